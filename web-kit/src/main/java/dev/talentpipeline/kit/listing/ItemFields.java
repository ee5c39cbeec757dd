package dev.talentpipeline.kit.listing;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;

/** Which fields the items of a list have, found out from the type that the handler answers and from how JSON shows it. */
final class ItemFields {

    private final JsonMapper mapper;

    ItemFields(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The names, in the order of the answer; empty where the handler answers no list. */
    Set<String> of(Method handler) {
        JavaType item = item(handler);
        Set<String> names = new LinkedHashSet<>();
        if (item != null) {
            mapper.acceptJsonFormatVisitor(item, new Names(names));
        }
        return names;
    }

    private @Nullable JavaType item(Method handler) {
        if (!AnnotatedElementUtils.hasAnnotation(handler, GetMapping.class)) {
            return null;
        }
        ResolvableType answer = ResolvableType.forMethodReturnType(handler);
        if (ResponseEntity.class.isAssignableFrom(answer.toClass())) {
            answer = answer.getGeneric(0);
        }
        Class<?> item = answer.as(Listed.class).getGeneric(0).resolve();
        return item == null ? null : mapper.constructType(item);
    }

    private static final class Names extends JsonFormatVisitorWrapper.Base {

        private final Set<String> names;

        Names(Set<String> names) {
            this.names = names;
        }

        @Override
        public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
            SerializationContext context = getContext();
            return new JsonObjectFormatVisitor.Base(context) {
                @Override
                public void property(BeanProperty property) {
                    names.add(property.getName());
                }

                @Override
                public void optionalProperty(BeanProperty property) {
                    names.add(property.getName());
                }
            };
        }
    }
}
