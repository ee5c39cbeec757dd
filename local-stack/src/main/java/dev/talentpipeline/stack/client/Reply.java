package dev.talentpipeline.stack.client;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/**
 * An answer of the API.
 *
 * @param body the JSON of the answer; a string node where it was not JSON, a missing node where it was empty
 */
public record Reply(int status, JsonNode body, HttpHeaders headers) {

    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** Whether the same request may well succeed a little later: the server is busy or some part of it is down. */
    public boolean worthRepeating() {
        return status == 429 || status >= 500;
    }

    /** What a problem detail says, in one line: status, detail, field, value and what to do. */
    public String summary() {
        StringBuilder line = new StringBuilder(String.valueOf(status));
        if (body.isString()) {
            return line.append(' ').append(body.asString().strip()).toString();
        }
        append(line, " ", "title", "");
        append(line, ": ", "detail", "");
        append(line, " (", "field", "");
        append(line, " = ", "value", ")");
        append(line, " ", "remedy", "");
        if (body.path("errors").size() > 0) {
            line.append(' ').append(body.path("errors"));
        }
        return line.toString();
    }

    private void append(StringBuilder line, String before, String field, String after) {
        JsonNode value = body.path(field);
        if (!value.isMissingNode() && !value.isNull()) {
            line.append(before)
                    .append(value.isString() ? value.asString() : value.toString())
                    .append(after);
        }
    }
}
