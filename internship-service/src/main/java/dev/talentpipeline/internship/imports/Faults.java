package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Refusal.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refusals of other use cases in the words of an import. */
final class Faults {

    private static final String UPLOAD_AGAIN = "Mend it, and upload the file again.";

    private Faults() {}

    static Fault of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Invalid(List<Violation> violations) -> {
                Violation first = violations.getFirst();
                yield new Fault(
                        "invalid-fields",
                        first.field() + " is not what it must be.",
                        null,
                        text(first.value()),
                        first.remedy());
            }
            case Refusal.NotFound(String what, String id) ->
                new Fault("not-found", "There is no %s (%s) here.".formatted(what, id), null, id, UPLOAD_AGAIN);
            case Refusal.Forbidden(String detail) ->
                new Fault("forbidden", detail, null, null, "Ask somebody who may.");
            case Refusal.Conflict conflict -> new Fault(conflict.type(), conflict.detail(), null, null, UPLOAD_AGAIN);
            case Refusal.Unprocessable unprocessable ->
                new Fault(
                        unprocessable.type(),
                        unprocessable.detail(),
                        null,
                        text(unprocessable.value()),
                        unprocessable.remedy() == null ? UPLOAD_AGAIN : unprocessable.remedy());
            case Refusal.Outdated outdated -> new Fault("import-outdated", outdated.detail(), null, null, UPLOAD_AGAIN);
            case Refusal.TooOften tooOften ->
                new Fault(tooOften.type(), tooOften.detail(), null, null, "Wait, and try again then.");
        };
    }

    /** What a row that is refused shows for it. */
    static List<Violation> violations(Refusal refusal, String otherwise) {
        return switch (refusal) {
            case Refusal.Invalid(List<Violation> violations) -> violations;
            case Refusal.Unprocessable unprocessable -> {
                String field = unprocessable.field();
                Fault fault = of(refusal);
                yield List.of(new Violation(
                        field == null ? otherwise : field,
                        unprocessable.value(),
                        "%s %s".formatted(fault.detail(), fault.remedy())));
            }
            default -> List.of(new Violation(otherwise, null, of(refusal).detail()));
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
