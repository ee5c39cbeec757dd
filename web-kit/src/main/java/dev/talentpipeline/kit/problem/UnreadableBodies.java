package dev.talentpipeline.kit.problem;

import java.io.EOFException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in the caller's terms why a JSON body could not be read: which field, which value, what to send instead. */
final class UnreadableBodies {

    private static final String TYPE = "malformed-body";

    private UnreadableBodies() {}

    static Problem explain(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            switch (t) {
                case BodyLimitFilter.BodyTooLargeException tooLarge -> {
                    return BodyLimitFilter.tooLarge(tooLarge.limit());
                }
                case EOFException cut -> {
                    return invalid("The body ended before its announced length.")
                            .remedy("Send all of it again.");
                }
                case UnrecognizedPropertyException unknown -> {
                    return invalid("The field is not known here.")
                            .field(path(unknown))
                            .remedy("Send only known fields: %s."
                                    .formatted(unknown.getKnownPropertyIds().stream()
                                            .map(String::valueOf)
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
                }
                case InvalidFormatException wrong -> {
                    return invalid("The value does not have the form that the field asks for.")
                            .field(path(wrong))
                            .value(String.valueOf(wrong.getValue()))
                            .remedy(expected(wrong.getTargetType()));
                }
                case MismatchedInputException wrong
                when wrong.getPath().isEmpty() -> {
                    boolean many =
                            wrong.getTargetType() != null && Collection.class.isAssignableFrom(wrong.getTargetType());
                    return invalid(many ? "The body is no JSON array." : "The body is no JSON object.")
                            .remedy(
                                    many
                                            ? "Send one JSON array, encoded as UTF-8."
                                            : "Send one JSON object, encoded as UTF-8.");
                }
                case MismatchedInputException wrong -> {
                    return invalid("The value does not have the form that the field asks for.")
                            .field(path(wrong))
                            .remedy(expected(wrong.getTargetType()));
                }
                case InputCoercionException tooLarge -> {
                    return invalid("The number is larger than the field can hold.")
                            .field(path(tooLarge))
                            .remedy("Send a smaller number.");
                }
                case StreamReadException broken -> {
                    return invalid("The body is not JSON at line %d, column %d."
                                    .formatted(
                                            broken.getLocation().getLineNr(),
                                            broken.getLocation().getColumnNr()))
                            .remedy("Send one JSON object, encoded as UTF-8.");
                }
                default -> {
                    // The cause may tell more.
                }
            }
        }
        return invalid("The body could not be read.").remedy("Send one JSON object, encoded as UTF-8.");
    }

    private static Problem invalid(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, TYPE, detail);
    }

    private static String path(JacksonException fault) {
        StringBuilder path = new StringBuilder();
        List<JacksonException.Reference> steps = fault.getPath();
        for (JacksonException.Reference step : steps) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    /** What to send where a value of the type is asked for. */
    static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "Send the type that the API guide names for this field.";
        }
        if (type.isEnum()) {
            return "Send one of %s."
                    .formatted(Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")));
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "Send a whole number without quotes.";
            case "double", "Double" -> "Send a number without quotes.";
            case "boolean", "Boolean" -> "Send true or false.";
            case "LocalDate" -> "Send a date such as 2027-03-01.";
            case "Instant" -> "Send an instant in UTC such as 2027-03-01T08:00:00Z.";
            case "Duration" -> "Send an ISO 8601 duration such as PT1S or P3D.";
            case "List", "Set", "Collection" -> "Send a JSON array.";
            case "String" -> "Send a text in quotes.";
            default -> "Send a JSON value of the shape that the API guide names for this field.";
        };
    }
}
