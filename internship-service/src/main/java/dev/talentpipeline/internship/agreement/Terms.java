package dev.talentpipeline.internship.agreement;

import java.time.LocalDate;

/** What an agreement says beside its number and parties. */
public sealed interface Terms {

    AgreementKind kind();

    /**
     * Of an internship.
     *
     * @param mentor who guides the student at the company
     * @param supervisor who guides the student at the university
     */
    record InternshipTerms(
            LocalDate startsOn,
            LocalDate endsOn,
            int daysPerWeek,
            Insurance insurance,
            String mentor,
            String supervisor)
            implements Terms {
        @Override
        public AgreementKind kind() {
            return AgreementKind.INTERNSHIP;
        }
    }

    /**
     * Of the job that came out of an internship; title and first day are those of the job offer that was accepted.
     *
     * @param jobEntry number of the entry in the placement's record that offers the job
     */
    record EmploymentTerms(int jobEntry, String title, LocalDate startsOn, String workplace) implements Terms {
        @Override
        public AgreementKind kind() {
            return AgreementKind.EMPLOYMENT;
        }
    }
}
