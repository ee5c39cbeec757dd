package dev.talentpipeline.kit.description;

import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Names of schemas. A type within another carries the other's name in front, as {@code EntryAnswer} within {@code OfferAnswer} is {@code
 * OfferEntryAnswer}: many are called the same, and of two schemas under one name the document would show one.
 */
final class NestedTypeNames extends TypeNameResolver {

    private static final Pattern KIND = Pattern.compile("(Controller|Answer|Answers|Body|Bodies|Page)$");

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        if (type.isEnum()) {
            // Its values stand where it is used.
            return super.nameForClass(type, options);
        }
        Class<?> outer = type.getEnclosingClass();
        Schema said = type.getDeclaredAnnotation(Schema.class);
        if (outer == null || (said != null && !said.name().isEmpty())) {
            return unique(super.nameForClass(type, options), type);
        }
        String prefix = KIND.matcher(outer.getSimpleName()).replaceFirst("");
        String name = type.getSimpleName();
        return unique(name.startsWith(prefix) ? name : prefix + name, type);
    }

    private String unique(String name, Class<?> type) {
        Class<?> other = named.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException("name (%s) must be one type's in the description, and is that of %s and %s."
                    .formatted(name, other.getName(), type.getName()));
        }
        return name;
    }
}
