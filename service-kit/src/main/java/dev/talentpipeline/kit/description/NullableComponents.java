package dev.talentpipeline.kit.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the fields of a record that may be null from those that are always there, by the very annotations that the compiler checks; and of the fields of a
 * body what is {@link Described} of them.
 */
final class NullableComponents implements ModelConverter {

    private static final String NULL = "null";

    @Override
    @SuppressWarnings("rawtypes") // As the interface has it.
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && raw.isRecord()) {
            String ref = resolved.get$ref();
            Schema<?> model =
                    ref == null ? resolved : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
            if (model != null && model.getProperties() != null) {
                mark(raw, model, context);
            }
        }
        return resolved;
    }

    @SuppressWarnings("rawtypes") // As the model has them.
    private static void mark(Class<?> type, Schema<?> model, ModelConverterContext context) {
        Map<String, Schema> properties = model.getProperties();
        List<String> required = new ArrayList<>(model.getRequired() == null ? List.of() : model.getRequired());
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            Described described = component.getAnnotation(Described.class);
            if (described != null && described.as() != Void.class) {
                Schema<?> read = context.resolve(new AnnotatedType(described.as()).resolveAsRef(true));
                property = property.getItems() == null ? read : property.items(read);
                properties.put(component.getName(), property);
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && (described == null || !described.required())) {
                // What is left out where it is null is never seen as null.
                if (!component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                    properties.put(component.getName(), nullable(property));
                }
            } else if (!required.contains(component.getName())) {
                required.add(component.getName());
            }
        }
        model.setRequired(required);
    }

    private static Schema<?> nullable(Schema<?> property) {
        Set<String> types = property.getTypes();
        if (types == null) {
            return property.getAnyOf() == null
                    ? new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of(NULL))))
                    : property;
        }
        if (!types.contains(NULL)) {
            Set<String> wider = new LinkedHashSet<>(types);
            wider.add(NULL);
            property.setTypes(wider);
            if (property.getEnum() != null && !property.getEnum().contains(null)) {
                property.addEnumItemObject(null);
            }
        }
        return property;
    }
}
