package dev.talentpipeline.internship.internship;

import dev.talentpipeline.internship.calendar.Calendars;
import dev.talentpipeline.internship.catalogue.CatalogueEntry.Kind;
import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.catalogue.SkillLevel;
import dev.talentpipeline.internship.internship.OffersOfInternship.Holders;
import dev.talentpipeline.internship.programme.KeepingQuotas;
import dev.talentpipeline.internship.programme.MarketSide;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.resource.SeenVersion;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Posts an internship into a programme, changes it, or takes it out. What it says is screened first; it is seen at once if its company is
 * verified and nobody has to approve it. Fewer seats than are taken, and a withdrawal, rescind open offers in the same transaction. As
 * people are locked before internships, such a change learns who is concerned, locks them, and starts again if
 * somebody joined meanwhile.
 */
public final class PostingInternship {

    private static final int TRIES = 20;

    private final ReadingProgrammes programmes;
    private final KeepingQuotas quotas;
    private final FindingInternship finding;
    private final Internships internships;
    private final Companies companies;
    private final Screening screening;
    private final Calendars calendars;
    private final PreferredStudents students;
    private final CatalogueReferences catalogue;
    private final OffersOfInternship offers;
    private final InternshipEvents events;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public PostingInternship(
            ReadingProgrammes programmes,
            KeepingQuotas quotas,
            FindingInternship finding,
            Internships internships,
            Companies companies,
            Screening screening,
            Calendars calendars,
            PreferredStudents students,
            CatalogueReferences catalogue,
            OffersOfInternship offers,
            InternshipEvents events,
            Transactions transactions,
            Clock clock,
            Supplier<UUID> ids) {
        this.programmes = programmes;
        this.quotas = quotas;
        this.finding = finding;
        this.internships = internships;
        this.companies = companies;
        this.screening = screening;
        this.calendars = calendars;
        this.students = students;
        this.catalogue = catalogue;
        this.offers = offers;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Posts or changes the internship.
     *
     * @param handle the internship's id, or the company's own reference, which may be new
     */
    public Posted<Internship> post(Caller caller, String programmeId, String handle, Opening opening) {
        refuseUnlessCompany(caller);
        screening.refuseForbiddenTerms(opening);
        return retrying(() -> {
            Programme programme = programmes.open(caller, programmeId);
            checkReferences(programme, opening);
            String company = organisation(caller);
            CompanyStanding standing = companies.hold(company);
            quotas.begin(programme, MarketSide.COMPANY, company);
            Optional<Internship> existing = finding.own(caller, programme.id(), handle);
            if (existing.isEmpty()) {
                Internship created = create(caller, programme, handle, opening, standing);
                if (internships.add(created)) {
                    events.changed(created);
                    return Optional.of(new Posted<>(created, true));
                }
                existing = finding.own(caller, programme.id(), handle);
            }
            UUID id = existing.orElseThrow(() -> notFound(handle)).id();
            boolean cuts = opening.seats() < existing.get().opening().seats();
            Holders holders = cuts ? offers.lockHolders(id) : null;
            return change(programme, id, opening, standing, holders).map(changed -> new Posted<>(changed, false));
        });
    }

    /** Refuses what {@link #post} would refuse of the opening by itself, whatever else there is. */
    public void check(Programme programme, Opening opening) {
        screening.refuseForbiddenTerms(opening);
        checkReferences(programme, opening);
    }

    /** The company's internship of that reference. */
    public Optional<Internship> own(Caller caller, Programme programme, String reference) {
        return finding.own(caller, programme.id(), reference);
    }

    /** The company as which the caller posts; refused unless it may. */
    public String company(Caller caller, Programme programme) {
        refuseUnlessCompany(caller);
        String company = organisation(caller);
        refuseUnlessMember(programme, company);
        return company;
    }

    private static void refuseUnlessMember(Programme programme, String company) {
        if (!programme.admitsCompany(company)) {
            throw new Refusal.Forbidden("Only companies that are members of the programme post internships.")
                    .asException();
        }
    }

    private static String organisation(Caller caller) {
        String company = caller.org();
        if (company == null) {
            throw new Refusal.Forbidden("Internships are posted for a company, which your token must name.")
                    .asException();
        }
        return company;
    }

    private Internship create(
            Caller caller, Programme programme, String reference, Opening opening, CompanyStanding standing) {
        SeenVersion.refuseNew();
        String company = organisation(caller);
        refuseUnlessMember(programme, company);
        quotas.refuseBeyond(programme, MarketSide.COMPANY, company, "seats", 0, opening.seats());
        if (Violations.id(reference) != null) {
            // It has the shape of an id, so it must be one.
            throw notFound(reference);
        }
        return Internship.created(
                ids.get(),
                programme.id(),
                company,
                reference,
                opening,
                ListingRules.of(programme, calendars),
                standing,
                clock.instant());
    }

    private Optional<Internship> change(
            Programme programme, UUID id, Opening opening, CompanyStanding standing, @Nullable Holders holders) {
        Internship internship = internships.lock(id).orElseThrow(() -> notFound(id.toString()));
        SeenVersion.refuseUnlessSeen(internship.version());
        quotas.refuseBeyond(
                programme,
                MarketSide.COMPANY,
                internship.company(),
                "seats",
                internship.state() == InternshipState.WITHDRAWN
                        ? 0
                        : internship.opening().seats(),
                opening.seats());
        int accepted = opening.seats() < internship.taken() ? offers.accepted(id) : 0;
        if (opening.seats() < accepted) {
            throw new Refusal.Conflict(
                            "seats-below-accepted",
                            "seats (%d) must not be fewer than the offers accepted (%d)."
                                    .formatted(opening.seats(), accepted),
                            Map.of("field", "seats", "value", opening.seats(), "accepted", accepted))
                    .asException();
        }
        Internship changed =
                internship.posted(opening, ListingRules.of(programme, calendars), standing, clock.instant());
        if (changed.version() == internship.version()) {
            return Optional.of(internship);
        }
        if (opening.seats() < internship.taken() && (holders == null || !offers.seatsCut(changed, holders))) {
            return Optional.empty();
        }
        internships.save(changed);
        events.changed(changed);
        return internships.find(id);
    }

    /** Takes the internship out of the market: open offers are rescinded, accepted ones stay. */
    public Internship withdraw(Caller caller, String programmeId, String handle) {
        refuseUnlessCompany(caller);
        return retrying(() -> {
            Programme programme = programmes.unarchived(caller, programmeId);
            UUID id = finding.own(caller, programme.id(), handle)
                    .orElseThrow(() -> notFound(handle))
                    .id();
            Holders holders = offers.lockHolders(id);
            Internship internship = internships.lock(id).orElseThrow(() -> notFound(handle));
            SeenVersion.refuseUnlessSeen(internship.version());
            Internship withdrawn = internship.withdrawn(ListingRules.of(programme, calendars), clock.instant());
            if (withdrawn.version() == internship.version()) {
                return Optional.of(internship);
            }
            internships.save(withdrawn);
            events.changed(withdrawn);
            return offers.internshipWithdrew(withdrawn, holders) ? internships.find(id) : Optional.empty();
        });
    }

    /** Runs the attempt until it is not overtaken; an overtaken one is undone. */
    private <T> T retrying(Supplier<Optional<T>> attempt) {
        for (int i = 0; i < TRIES; i++) {
            try {
                return transactions.within(() -> attempt.get().orElseThrow(OvertakenException::new));
            } catch (OvertakenException e) {
                // Somebody was offered a seat between the locks: the next try locks them as well.
            }
        }
        throw new Refusal.Conflict(
                        "busy", "Offers of this internship change too fast just now. Send the request again.", Map.of())
                .asException();
    }

    /** Who may never post is told so before what is wrong with a field. */
    public static void refuseUnlessCompany(Caller caller) {
        if (!caller.is(Role.COMPANY)) {
            throw new Refusal.Forbidden("Only the company changes its internships.").asException();
        }
    }

    private void checkReferences(Programme programme, Opening opening) {
        catalogue.check(Kind.OCCUPATION, "occupation", List.of(opening.occupation()));
        catalogue.check(
                Kind.SKILL,
                "requiredSkills",
                opening.requiredSkills().stream().map(SkillLevel::id).toList());
        catalogue.check(Kind.SKILL, "preferredSkills", opening.preferredSkills());
        checkStudents(programme, "preferences", opening.preferences());
        checkStudents(programme, "excluded", opening.excluded());
    }

    private void checkStudents(Programme programme, String field, Collection<UUID> named) {
        if (named.isEmpty()) {
            return;
        }
        var strangers = students.strangers(programme.id(), named);
        named.stream().filter(strangers::contains).findFirst().ifPresent(id -> {
            throw new Refusal.Unprocessable(
                            "not-in-programme",
                            "%s must name students of programme (%s).".formatted(field, programme.id()),
                            field,
                            id,
                            "Use the id of a student in this programme, or leave it out.",
                            Map.of())
                    .asException();
        });
    }

    private static RuntimeException notFound(String handle) {
        return new Refusal.NotFound("internship", handle).asException();
    }
}
