package dev.talentpipeline.kit.listing;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Leaves of the items of a list only the fields that were asked for with {@code fields}. */
@RestControllerAdvice
final class ChosenFields implements ResponseBodyAdvice<Object> {

    private final JsonMapper mapper;

    ChosenFields(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Listed<?> list && request instanceof ServletServerHttpRequest asked) {
            Chosen chosen = Chosen.by(asked.getServletRequest());
            return chosen == null ? list : narrowed(list, chosen);
        }
        return body;
    }

    private JsonNode narrowed(Listed<?> list, Chosen chosen) {
        JsonNode whole = mapper.valueToTree(list);
        for (JsonNode item : whole.path("items")) {
            if (item instanceof ObjectNode fields) {
                fields.retain(chosen.set());
            }
        }
        return whole;
    }
}
