package dev.talentpipeline.internship.organisation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.talentpipeline.internship.organisation.CompanyDecision;
import dev.talentpipeline.internship.organisation.CompanyState;
import dev.talentpipeline.internship.organisation.DecidingOnCompany.Suspended;
import dev.talentpipeline.internship.organisation.OffersOfCompany.Committed;
import dev.talentpipeline.internship.organisation.Organisation;
import dev.talentpipeline.internship.organisation.Organisation.Company;
import dev.talentpipeline.internship.organisation.Organisation.Decided;
import dev.talentpipeline.internship.organisation.Organisation.Kind;
import dev.talentpipeline.internship.organisation.Organisation.Language;
import dev.talentpipeline.kit.exports.OnlyInAnswers;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as it is answered. Credit code, contact and who decided are for its own people and operations, and of a company also for
 * universities, which verify.
 *
 * @param state a company's
 * @param committedOffers in the answer to a suspension: accepted offers, which stay
 * @param possible what whom it is answered to could decide about it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrganisationAnswer(
        String id,
        Kind kind,
        String nameZh,
        String nameEn,
        @Nullable CompanyState state,
        @Nullable String creditCode,
        @Nullable String contactEmail,
        @Nullable Language language,
        @Nullable DecidedAnswer decided,
        @Nullable List<Committed> committedOffers,
        long version,
        Instant changedAt,
        @OnlyInAnswers List<CompanyDecision> possible) {

    /** Who decided on the company last. */
    record DecidedAnswer(
            Role by, @Nullable String org, @Nullable String reason, Instant at) {
        static @Nullable DecidedAnswer of(@Nullable Decided decided) {
            return decided == null
                    ? null
                    : new DecidedAnswer(decided.role(), decided.org(), decided.reason(), decided.at());
        }
    }

    static OrganisationAnswer of(Organisation organisation, Caller caller) {
        return of(organisation, caller, null);
    }

    static OrganisationAnswer of(Suspended suspended, Caller caller) {
        return of(suspended.company(), caller, suspended.committed());
    }

    private static OrganisationAnswer of(
            Organisation organisation, Caller caller, @Nullable List<Committed> committed) {
        boolean known = organisation.isKnownTo(caller);
        Company company = organisation.company();
        return new OrganisationAnswer(
                organisation.id(),
                organisation.kind(),
                organisation.profile().nameZh(),
                organisation.profile().nameEn(),
                company == null ? null : company.state(),
                known && company != null ? company.creditCode().value() : null,
                known ? organisation.profile().contactEmail() : null,
                known ? organisation.profile().language() : null,
                known && company != null ? DecidedAnswer.of(company.last()) : null,
                committed,
                organisation.version(),
                organisation.changedAt(),
                organisation.possible(caller));
    }
}
