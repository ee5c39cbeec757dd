package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Refusal.Violation;
import java.util.List;

/** Says that a row which could be entered when the file was read cannot be entered any more. */
final class OutdatedRow {

    private OutdatedRow() {}

    static RuntimeException of(StagedRow row, List<Violation> violations) {
        Violation first = violations.getFirst();
        return new Fault(
                        "import-outdated",
                        "Row %d can not be entered any more: what it changes has changed since the file was read (%s)."
                                .formatted(row.line(), first.field()),
                        row.line(),
                        first.value() == null ? null : first.value().toString(),
                        "%s Then upload the file again.".formatted(first.remedy()))
                .asException();
    }

    /** Whoever it is about was erased since; an import does not bring them back. */
    static RuntimeException gone(StagedRow row) {
        return new Fault(
                        "import-outdated",
                        "Row %d is about somebody whose data were erased since the file was read."
                                .formatted(row.line()),
                        row.line(),
                        null,
                        "Remove the row, and upload the file again.")
                .asException();
    }

    static RuntimeException of(StagedRow row, Refusal refusal) {
        Fault fault = Faults.of(refusal);
        return new Fault(fault.type(), fault.detail(), row.line(), fault.value(), fault.remedy()).asException();
    }
}
