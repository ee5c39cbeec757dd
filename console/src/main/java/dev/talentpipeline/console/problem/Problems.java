package dev.talentpipeline.console.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem from where no controller answers, such as a filter. */
@Component
public final class Problems {

    private final JsonMapper json;

    public Problems(JsonMapper json) {
        this.json = json;
    }

    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(problem, request.getRequestURI(), response);
    }

    public void write(Problem problem, String path, HttpServletResponse response) throws IOException {
        writeJson(problem.status(), Problem.MEDIA_TYPE, problem.json(path), response);
    }

    /** Writes an error in another form, where a standard asks for that one. */
    public void writeJson(int status, String contentType, Map<String, Object> object, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        response.setContentType(contentType);
        byte[] body = json.writeValueAsBytes(object);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
