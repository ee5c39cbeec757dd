package dev.talentpipeline.internship.organisation;

import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A university or a company.
 *
 * @param id the {@code org} of its accounts and tokens
 * @param desk random id under which its notices are addressed, as those of a person are
 * @param version grows by 1 with every change
 * @param company what is told of companies only; null for a university
 */
public record Organisation(
        String id,
        Profile profile,
        UUID desk,
        long version,
        @Nullable Company company,
        Instant changedAt) {

    public enum Kind {
        UNIVERSITY,
        COMPANY
    }

    /** The language that notices to its desk are written in. */
    public enum Language {
        ZH,
        EN
    }

    /** What it says of itself. */
    public record Profile(String nameZh, String nameEn, String contactEmail, Language language) {}

    /**
     * What a company is known by, and how it stands.
     *
     * @param last who decided on it last; null: nobody has
     */
    public record Company(
            CreditCode creditCode,
            CompanyState state,
            @Nullable Decided last) {

        /**
         * Whether it is for the caller to bring it there: any university verifies one that was entered, whose decision holds may change it, and
         * operations may always.
         */
        boolean isDecidedBy(Caller caller, CompanyState toState) {
            boolean verifiesEntered = caller.is(Role.UNIVERSITY)
                    && caller.org() != null
                    && toState == CompanyState.VERIFIED
                    && state != CompanyState.SUSPENDED;
            return caller.is(Role.OPERATIONS) || verifiesEntered || (last != null && last.isBy(caller));
        }
    }

    /**
     * A decision on a company.
     *
     * @param org the organisation that decided
     * @param reason code of why it was suspended; null otherwise
     */
    public record Decided(
            Role role, @Nullable String org, @Nullable String reason, Instant at) {

        /** Whether the caller is of the same side: who decided may decide again. */
        boolean isBy(Caller caller) {
            return role == Role.UNIVERSITY && org != null && caller.is(Role.UNIVERSITY, org);
        }
    }

    public Kind kind() {
        return company == null ? Kind.UNIVERSITY : Kind.COMPANY;
    }

    /** The company's state; empty for a university. */
    public Optional<CompanyState> state() {
        return Optional.ofNullable(company).map(Company::state);
    }

    /** What the caller could decide about it now; about a university there is nothing. Whose credit code it bears is looked at only then. */
    public List<CompanyDecision> possible(Caller caller) {
        return company == null
                ? List.of()
                : Arrays.stream(CompanyDecision.values())
                        .filter(decision ->
                                decision.state() != company.state() && company.isDecidedBy(caller, decision.state()))
                        .toList();
    }

    /** Whether the caller belongs to it. */
    public boolean isOwn(Caller caller) {
        return switch (kind()) {
            case UNIVERSITY -> caller.is(Role.UNIVERSITY, id);
            case COMPANY -> caller.is(Role.COMPANY, id);
        };
    }

    /** Whether the caller may know of it: everybody of universities and verified companies, and of others those who verify. */
    public boolean isVisibleTo(Caller caller) {
        return state().map(CompanyState.VERIFIED::equals).orElse(true)
                || isOwn(caller)
                || caller.is(Role.UNIVERSITY)
                || caller.is(Role.OPERATIONS);
    }

    /** Whether the caller may see what is not published: its own people, operations, and of companies those who verify. */
    public boolean isKnownTo(Caller caller) {
        return isOwn(caller) || caller.is(Role.OPERATIONS) || (company != null && caller.is(Role.UNIVERSITY));
    }

    /**
     * This organisation as it is entered now, one version on; itself if nothing differs. Another credit code is another company until somebody
     * verifies it; a suspended one keeps the code that it is suspended under.
     */
    Organisation entered(Profile toProfile, @Nullable CreditCode toCode, Instant now) {
        Company changed = company == null || toCode == null || toCode.equals(company.creditCode())
                ? company
                : new Company(toCode, CompanyState.ENTERED, company.last());
        return toProfile.equals(profile) && Objects.equals(changed, company)
                ? this
                : new Organisation(id, toProfile, desk, version + 1, changed, now);
    }

    /** The same organisation under a version that tells it anew. */
    Organisation toldAs(long told, Instant now) {
        return new Organisation(id, profile, desk, told, company, now);
    }

    /** This company after a decision, one version on. */
    Organisation decided(CompanyState toState, CreditCode code, Decided decided) {
        return new Organisation(id, profile, desk, version + 1, new Company(code, toState, decided), decided.at());
    }
}
