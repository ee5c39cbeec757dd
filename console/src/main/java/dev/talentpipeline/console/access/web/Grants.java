package dev.talentpipeline.console.access.web;

import dev.talentpipeline.console.access.AccessGrant;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Tokens;
import dev.talentpipeline.console.identity.Tokens.Token;
import dev.talentpipeline.console.problem.Problem;
import dev.talentpipeline.console.problem.ProblemResponses;
import dev.talentpipeline.console.services.Service;
import dev.talentpipeline.console.services.ServiceClient.Answer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Makes a token and a link of what internship-service grants. A refusal passes as it is. */
@Component
final class Grants {

    private static final List<String> SENT_BACK = List.of(
            "X-Correlation-Id", HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.CONTENT_TYPE);
    private static final Problem UNREADABLE = Problem.of(
                    502, "unreadable-answer", "internship-service gave an access grant that is not one for a student.")
            .with("service", Service.INTERNSHIP.fullName())
            .remedy("This is a fault of the system. Give operations the X-Correlation-Id of this answer.");

    private final Tokens tokens;
    private final EntryLinks links;
    private final JsonMapper json;

    Grants(Tokens tokens, EntryLinks links, JsonMapper json) {
        this.tokens = tokens;
        this.links = links;
        this.json = json;
    }

    /**
     * The answer to whoever asked.
     *
     * @param bearer as whom the token speaks, given whom the grant names
     */
    ServerResponse answer(Answer answer, ServerRequest request, UnaryOperator<Identity> bearer) {
        if (!answer.isSuccess()) {
            return passedOn(answer);
        }
        Optional<AccessGrant> grant = read(answer);
        Optional<Identity> student = grant.flatMap(AccessGrant::identity);
        if (grant.isEmpty() || student.isEmpty()) {
            return ProblemResponses.of(UNREADABLE, request);
        }
        return given(bearer.apply(student.get()), grant.get().lifetime());
    }

    /** The student whom a grant was given to without anybody who acts for them. */
    Optional<Identity> themselves(Answer answer) {
        return read(answer).flatMap(AccessGrant::identity).map(Grants::themselves);
    }

    static Identity themselves(Identity student) {
        return new Identity(student.subject(), student.role(), student.org(), student.person());
    }

    private ServerResponse given(Identity student, Duration lifetime) {
        Token token = tokens.issue(student, lifetime);
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("person", student.subject());
        given.put("access_token", token.value());
        given.put("token_type", "Bearer");
        given.put("expires_in", lifetime.toSeconds());
        // Who opens the link comes as themselves: it is for the student's own hands.
        given.put("link", links.issue(themselves(student), lifetime).toString());
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(given);
    }

    private static ServerResponse passedOn(Answer answer) {
        ServerResponse.BodyBuilder response = ServerResponse.status(answer.status());
        for (String name : SENT_BACK) {
            answer.headers().firstValue(name).ifPresent(value -> response.header(name, value));
        }
        return response.build((request, servletResponse) -> {
            servletResponse.getOutputStream().write(answer.body());
            return null;
        });
    }

    private Optional<AccessGrant> read(Answer answer) {
        try {
            return Optional.of(json.readValue(answer.body(), AccessGrant.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
