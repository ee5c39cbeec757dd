package dev.talentpipeline.internship.organisation;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.audit.Deed.Entity;
import dev.talentpipeline.internship.organisation.OffersOfCompany.Committed;
import dev.talentpipeline.internship.organisation.Organisation.Company;
import dev.talentpipeline.internship.organisation.Organisation.Decided;
import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.reason.GivenReasons;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Verifies or suspends a company. Any university or operations verifies one that was entered. Whose decision holds may change it, and
 * operations may always: a suspension is not lifted by somebody who does not know of it. The decision counts at once; internships and
 * offers follow in {@link SettlingCompanies}.
 */
public final class DecidingOnCompany {

    private static final int MOST_TOLD = 1_000;

    private final Organisations organisations;
    private final Unsettled unsettled;
    private final OffersOfCompany offers;
    private final DeskEvents events;
    private final GivenReasons reasons;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    DecidingOnCompany(
            Organisations organisations,
            Unsettled unsettled,
            OffersOfCompany offers,
            DeskEvents events,
            GivenReasons reasons,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.organisations = organisations;
        this.unsettled = unsettled;
        this.offers = offers;
        this.events = events;
        this.reasons = reasons;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A suspended company, and the accepted offers that stay.
     *
     * @param committed those of the caller's own students; for operations all
     */
    public record Suspended(Organisation company, List<Committed> committed) {
        public Suspended {
            committed = List.copyOf(committed);
        }
    }

    /** Verifies the company, which also lifts a suspension. */
    public Organisation verify(Caller caller, String id) {
        return decide(caller, id, CompanyState.VERIFIED, null);
    }

    /** Suspends the company; the reason is a code of the catalogue. */
    public Suspended suspend(Caller caller, String id, String reason) {
        Organisation suspended = decide(caller, id, CompanyState.SUSPENDED, reason);
        String university = caller.is(Role.OPERATIONS) ? null : caller.org();
        return new Suspended(suspended, offers.committed(id, university, MOST_TOLD));
    }

    private Organisation decide(Caller caller, String id, CompanyState toState, @Nullable String reason) {
        return transactions.within(() -> {
            Organisation found = organisations
                    .lock(id)
                    .filter(organisation -> organisation.isVisibleTo(caller))
                    .orElseThrow(() -> FindingOrganisation.notFound(id));
            if (!caller.is(Role.OPERATIONS) && !caller.is(Role.UNIVERSITY)) {
                throw new Refusal.Forbidden("Only universities and operations decide on companies.").asException();
            }
            Company company = found.company();
            if (company == null) {
                throw new Refusal.Conflict(
                                "not-a-company",
                                "organisation (%s) is a university, and only companies are verified.".formatted(id),
                                Map.of("kind", found.kind()))
                        .asException();
            }
            refuseUnlessTheirs(caller, company, toState);
            reasons.check(Act.SUSPEND_COMPANY, "reason", reason);
            if (company.state() == toState) {
                return found;
            }
            refuseCodeInUse(id, company);
            Role role = caller.is(Role.OPERATIONS) ? Role.OPERATIONS : Role.UNIVERSITY;
            Decided decided = new Decided(role, caller.org(), reason, clock.instant());
            Organisation changed = found.decided(toState, company.creditCode(), decided);
            organisations.save(changed);
            events.changed(changed);
            trail.record(deed(changed, toState));
            unsettled.note(id);
            return changed;
        });
    }

    private static Deed deed(Organisation decided, CompanyState toState) {
        return Deed.done(
                "COMPANY_" + toState,
                new Entity("ORGANISATION", decided.id()),
                new Concerned(null, decided.id(), null),
                Map.of("company", decided.id(), "state", toState.name()));
    }

    private static void refuseUnlessTheirs(Caller caller, Company company, CompanyState toState) {
        if (!company.isDecidedBy(caller, toState)) {
            throw new Refusal.Forbidden(
                            "A university or operations verifies a company; suspending it, and lifting that, is for operations and the university that decided last.")
                    .asException();
        }
    }

    /**
     * One code, one company: else a suspended one would come back under another id. A suspension too is of the company that the code belongs
     * to, and not of whoever claims it.
     */
    private void refuseCodeInUse(String id, Company company) {
        if (organisations.isUsedByAnother(company.creditCode(), id)) {
            throw new Refusal.Conflict(
                            "credit-code-in-use",
                            "creditCode (%s) must be that of one company only, and another is verified or suspended under it. What waits under it here goes on waiting."
                                    .formatted(company.creditCode().value()),
                            Map.of(
                                    "field",
                                    "creditCode",
                                    "value",
                                    company.creditCode().value()))
                    .asException();
        }
    }
}
