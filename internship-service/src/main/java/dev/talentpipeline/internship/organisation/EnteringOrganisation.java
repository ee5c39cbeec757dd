package dev.talentpipeline.internship.organisation;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.organisation.Organisation.Company;
import dev.talentpipeline.internship.organisation.Organisation.Kind;
import dev.talentpipeline.internship.organisation.Organisation.Profile;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.resource.SeenVersion;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Enters an organisation or changes what it says of itself, and a university's schools. Each does so for itself; operations for all. */
public final class EnteringOrganisation {

    private final Organisations organisations;
    private final Schools schools;
    private final Unsettled unsettled;
    private final DeskEvents events;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<UUID> ids;

    EnteringOrganisation(
            Organisations organisations,
            Schools schools,
            Unsettled unsettled,
            DeskEvents events,
            AuditTrail trail,
            Transactions transactions,
            Clock clock,
            Supplier<UUID> ids) {
        this.organisations = organisations;
        this.schools = schools;
        this.unsettled = unsettled;
        this.events = events;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Enters or changes the organisation.
     *
     * @param code the company's; null for a university
     */
    public Posted<Organisation> enter(Caller caller, String id, Profile profile, @Nullable CreditCode code) {
        Kind kind = code == null ? Kind.UNIVERSITY : Kind.COMPANY;
        return transactions.within(() -> {
            Optional<Organisation> existing = organisations.lock(id);
            refuseUnlessOwn(caller, id, kind, existing);
            Instant now = clock.instant();
            if (existing.isEmpty()) {
                SeenVersion.refuseNew();
                Organisation entered = new Organisation(
                        id,
                        profile,
                        ids.get(),
                        1,
                        code == null ? null : new Company(code, CompanyState.ENTERED, null),
                        now);
                organisations.add(entered);
                tell(entered);
                return new Posted<>(entered, true);
            }
            Organisation found = existing.get();
            SeenVersion.refuseUnlessSeen(found.version());
            refuseOtherKind(found, kind);
            refuseOtherCodeOfSuspended(found, code);
            Organisation changed = found.entered(profile, code, now);
            if (changed.version() != found.version()) {
                organisations.save(changed);
                tell(changed);
            }
            return new Posted<>(changed, false);
        });
    }

    private void tell(Organisation organisation) {
        events.changed(organisation);
        if (organisation.kind() == Kind.COMPANY) {
            unsettled.note(organisation.id());
        }
    }

    private static void refuseUnlessOwn(Caller caller, String id, Kind kind, Optional<Organisation> existing) {
        if (caller.is(Role.OPERATIONS)
                || existing.map(organisation -> organisation.isOwn(caller)).orElseGet(() -> mayBe(caller, id, kind))) {
            return;
        }
        if (existing.filter(organisation -> organisation.isVisibleTo(caller)).isPresent()) {
            throw new Refusal.Forbidden("Only the organisation itself and operations change it.").asException();
        }
        throw FindingOrganisation.notFound(id);
    }

    /** Whether the organisation that is entered would be the caller's. */
    private static boolean mayBe(Caller caller, String id, Kind kind) {
        return switch (kind) {
            case UNIVERSITY -> caller.is(Role.UNIVERSITY, id);
            case COMPANY -> caller.is(Role.COMPANY, id);
        };
    }

    /** By its code a suspended company is known again, under whatever id; nobody takes that away before the suspension is lifted. */
    private static void refuseOtherCodeOfSuspended(Organisation found, @Nullable CreditCode code) {
        Company company = found.company();
        if (company != null
                && company.state() == CompanyState.SUSPENDED
                && !company.creditCode().equals(code)) {
            throw new Refusal.Conflict(
                            "company-suspended",
                            "company (%s) is SUSPENDED under creditCode (%s) and keeps it. Maybe whoever suspended it lifts that first."
                                    .formatted(found.id(), company.creditCode().value()),
                            Map.of("field", "creditCode", "state", company.state()))
                    .asException();
        }
    }

    private static void refuseOtherKind(Organisation found, Kind kind) {
        if (found.kind() != kind) {
            throw new Refusal.Conflict(
                            "kind-fixed",
                            "kind of organisation (%s) must stay %s. Maybe the id is that of another organisation."
                                    .formatted(found.id(), found.kind()),
                            Map.of("kind", found.kind()))
                    .asException();
        }
    }

    /** Enters a school of a university, or changes its names. */
    public Posted<School> enterSchool(Caller caller, String university, String id, String nameZh, String nameEn) {
        return transactions.within(() -> {
            Organisation owner = organisations
                    .find(university)
                    .filter(organisation -> organisation.isVisibleTo(caller))
                    .orElseThrow(() -> FindingOrganisation.notFound(university));
            if (!owner.isOwn(caller) && !caller.is(Role.OPERATIONS)) {
                throw new Refusal.Forbidden("Only the university itself and operations change its schools.")
                        .asException();
            }
            if (owner.kind() != Kind.UNIVERSITY) {
                throw new Refusal.Conflict(
                                "no-schools",
                                "organisation (%s) is a company, and only universities have schools."
                                        .formatted(university),
                                Map.of("kind", owner.kind()))
                        .asException();
            }
            Instant now = clock.instant();
            School entered = new School(university, id, nameZh, nameEn, 1, now);
            if (schools.add(entered)) {
                SeenVersion.refuseNew();
                record(entered);
                return new Posted<>(entered, true);
            }
            School found = schools.lock(university, id).orElseThrow();
            SeenVersion.refuseUnlessSeen(found.version());
            School named = found.named(nameZh, nameEn, now);
            if (named.version() != found.version()) {
                schools.save(named);
                record(named);
            }
            return new Posted<>(named, false);
        });
    }

    private void record(School school) {
        trail.record(Deed.changed(
                new Deed.Entity("SCHOOL", school.university() + "/" + school.id()),
                school.version(),
                new Deed.Concerned(school.university(), null, null),
                Map.of("university", school.university())));
    }
}
