package dev.talentpipeline.kit.description;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call as it is made and answered. The examples of a service tell one story: what an answer names, later calls use.
 *
 * @param name of the example, unique within its operation
 * @param by who calls: a university, a company, a student or operations, as one word
 * @param operation method and path, with the names of parameters in braces
 * @param parameters of the path and the query, by name
 * @param request null: without a body
 * @param status of the answer
 * @param response null: without a body
 */
record Example(
        String name,
        String by,
        String operation,
        Map<String, String> parameters,
        @Nullable JsonNode request,
        int status,
        @Nullable JsonNode response) {

    String method() {
        return operation.substring(0, operation.indexOf(' '));
    }

    String path() {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    boolean isProblem() {
        return status >= 400;
    }
}
