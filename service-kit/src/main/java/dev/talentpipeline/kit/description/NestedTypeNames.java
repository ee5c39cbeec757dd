package dev.talentpipeline.kit.description;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Names of schemas: the words of the domain. What is answered is called what it is, {@code OfferAnswer} an {@code Offer}, and a page of them {@code
 * OfferPage}; what is sent is a {@code …Body}. A type within another carries the other's name in front where it does not say it itself, as {@code
 * EntryAnswer} within {@code OfferAnswer} is {@code OfferEntry}: many are called the same, and of two schemas under one name the document would show one.
 */
final class NestedTypeNames extends TypeNameResolver {

    private static final Pattern KIND = Pattern.compile("(Controller|Answers?|Body|Bodies|Page|Rules)$");
    private static final Pattern ANSWER = Pattern.compile("(?<=.)Answers?$");
    private static final Pattern WORD = Pattern.compile("(?=[A-Z])");
    private static final String PAGE = "Page";

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        return type.containedTypeCount() == 1 && !type.isContainerType()
                ? nameForType(type.containedType(0), options) + PAGE
                : super.nameForGenericType(type, options);
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        Schema said = type.getDeclaredAnnotation(Schema.class);
        if (said != null && !said.name().isEmpty()) {
            return unique(said.name(), type);
        }
        Class<?> outer = type.getEnclosingClass();
        String name = ANSWER.matcher(type.getSimpleName()).replaceFirst("");
        return unique(
                outer == null
                        ? name
                        : within(KIND.matcher(outer.getSimpleName()).replaceFirst(""), name),
                type);
    }

    /** Both in one, with no word of the outer twice. */
    private static String within(String outer, String name) {
        String last = WORD.splitAsStream(outer).toList().getLast();
        if (WORD.splitAsStream(name).noneMatch(last::equals)) {
            return outer + name;
        }
        return name.startsWith(last) ? outer + name.substring(last.length()) : name;
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
