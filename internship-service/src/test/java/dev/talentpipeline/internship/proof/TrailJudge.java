package dev.talentpipeline.internship.proof;

import static dev.talentpipeline.internship.offer.OfferStatus.ACCEPTED;
import static dev.talentpipeline.internship.offer.OfferStatus.AWAITING_APPROVAL;
import static dev.talentpipeline.internship.offer.OfferStatus.CONFIRMED;
import static dev.talentpipeline.internship.offer.OfferStatus.DECLINED;
import static dev.talentpipeline.internship.offer.OfferStatus.EXPIRED;
import static dev.talentpipeline.internship.offer.OfferStatus.EXTENDED;
import static dev.talentpipeline.internship.offer.OfferStatus.KEPT;
import static dev.talentpipeline.internship.offer.OfferStatus.LAPSED;
import static dev.talentpipeline.internship.offer.OfferStatus.REFUSED;
import static dev.talentpipeline.internship.offer.OfferStatus.REJECTED;
import static dev.talentpipeline.internship.offer.OfferStatus.RELEASED;
import static dev.talentpipeline.internship.offer.OfferStatus.REPLACED;
import static dev.talentpipeline.internship.offer.OfferStatus.RESCINDED;
import static dev.talentpipeline.internship.offer.OfferStatus.VETOED;

import dev.talentpipeline.internship.offer.OfferStatus;
import dev.talentpipeline.internship.proof.Trail.Step;
import dev.talentpipeline.internship.proof.Trail.Step.InternshipStep;
import dev.talentpipeline.internship.proof.Trail.Step.OfferStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Replays a trail and judges every prefix of it: versions without a gap, only moves that the life of an offer knows, I2 and I3. It shares no code with
 * the service's own decisions.
 */
final class TrailJudge {

    private static final int DAYS_IN_A_WEEK = 5;
    private static final Set<OfferStatus> ACTIVE = EnumSet.of(AWAITING_APPROVAL, EXTENDED, KEPT, ACCEPTED, CONFIRMED);
    private static final Set<OfferStatus> FIRST = EnumSet.of(REJECTED, AWAITING_APPROVAL, EXTENDED);
    /** What may follow; a settled state is followed by nothing. */
    private static final Map<OfferStatus, Set<OfferStatus>> NEXT = Map.of(
            AWAITING_APPROVAL, EnumSet.of(AWAITING_APPROVAL, EXTENDED, VETOED, LAPSED, RESCINDED),
            EXTENDED, EnumSet.of(EXTENDED, ACCEPTED, KEPT, DECLINED, EXPIRED, RESCINDED),
            KEPT, EnumSet.of(KEPT, ACCEPTED, DECLINED, REPLACED, EXPIRED, RESCINDED),
            ACCEPTED, EnumSet.of(ACCEPTED, CONFIRMED, REFUSED, LAPSED, RELEASED),
            CONFIRMED, EnumSet.of(CONFIRMED, RELEASED));

    private final Map<UUID, OfferStep> offers = new HashMap<>();
    private final Map<UUID, InternshipStep> internships = new HashMap<>();
    private final Map<UUID, Map<UUID, OfferStep>> activeByInternship = new HashMap<>();
    private final Map<UUID, Map<UUID, OfferStep>> activeByStudent = new HashMap<>();
    private final Map<UUID, Map<UUID, OfferStep>> committedByPerson = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    private TrailJudge() {}

    /** What is broken, in words that name where; nothing if all holds at every prefix. */
    static List<String> violations(List<List<Step>> transactions) {
        TrailJudge judge = new TrailJudge();
        for (List<Step> transaction : transactions) {
            transaction.forEach(judge::take);
            transaction.forEach(judge::judge);
        }
        return judge.violations;
    }

    private void take(Step step) {
        switch (step) {
            case InternshipStep internship -> {
                InternshipStep before = internships.put(internship.id(), internship);
                follows("internship", internship.id(), before == null ? 0 : before.version(), internship.version());
            }
            case OfferStep offer -> {
                OfferStep before = offers.put(offer.id(), offer);
                follows("offer", offer.id(), before == null ? 0 : before.version(), offer.version());
                Set<OfferStatus> possible = before == null ? FIRST : NEXT.getOrDefault(before.status(), Set.of());
                if (!possible.contains(offer.status())) {
                    broken(
                            step,
                            "offer %s went from %s to %s",
                            offer.id(),
                            before == null ? "nothing" : before.status(),
                            offer.status());
                }
                boolean active = ACTIVE.contains(offer.status());
                file(activeByInternship, offer.internship(), offer, active);
                file(activeByStudent, offer.student(), offer, active);
                file(
                        committedByPerson,
                        offer.person(),
                        offer,
                        offer.status() == ACCEPTED || offer.status() == CONFIRMED);
            }
        }
    }

    private static void file(Map<UUID, Map<UUID, OfferStep>> by, UUID key, OfferStep offer, boolean belongs) {
        Map<UUID, OfferStep> those = by.computeIfAbsent(key, _ -> new LinkedHashMap<>());
        if (belongs) {
            those.put(offer.id(), offer);
        } else {
            those.remove(offer.id());
        }
    }

    private void judge(Step step) {
        switch (step) {
            case InternshipStep internship -> judgeSeats(step, internship.id());
            case OfferStep offer -> {
                judgeSeats(step, offer.internship());
                judgeStudent(step, offer.student());
                judgePerson(step, offer.person());
            }
        }
    }

    /** I3. */
    private void judgeSeats(Step step, UUID id) {
        InternshipStep internship = internships.get(id);
        int taken = activeByInternship.getOrDefault(id, Map.of()).size();
        if (internship == null || taken > internship.seats()) {
            broken(
                    step,
                    "I3: internship %s has %d active offers for %s seats",
                    id,
                    taken,
                    internship == null ? "no" : internship.seats());
        }
    }

    /** I2 within a programme: one active offer, and beside a kept one at most one that awaits approval to replace it. */
    private void judgeStudent(Step step, UUID id) {
        Collection<OfferStep> active =
                activeByStudent.getOrDefault(id, Map.of()).values();
        long unaccounted =
                active.stream().filter(offer -> !replacesOneOf(offer, active)).count();
        if (unaccounted > 1 || active.size() - unaccounted > 1) {
            broken(step, "I2: student %s has the active offers %s", id, active);
        }
    }

    private static boolean replacesOneOf(OfferStep offer, Collection<OfferStep> active) {
        return offer.status() == AWAITING_APPROVAL
                && active.stream().anyMatch(other -> other.id().equals(offer.replaces()) && other.status() == KEPT);
    }

    /** I2 across programmes: overlapping commitments add up to at most five days a week. The sum can only peak on a first day. */
    private void judgePerson(Step step, UUID id) {
        Collection<OfferStep> committed =
                committedByPerson.getOrDefault(id, Map.of()).values();
        for (OfferStep first : committed) {
            LocalDate day = first.commitment().startsOn();
            List<OfferStep> that = committed.stream()
                    .filter(offer -> !day.isBefore(offer.commitment().startsOn())
                            && !day.isAfter(offer.commitment().endsOn()))
                    .toList();
            int days = that.stream()
                    .mapToInt(offer -> offer.commitment().daysPerWeek())
                    .sum();
            if (that.size() > 1 && days > DAYS_IN_A_WEEK) {
                broken(step, "I2: person %s is committed to %d days a week on %s by %s", id, days, day, that);
            }
        }
    }

    private void follows(String what, UUID id, long before, long version) {
        if (version != before + 1) {
            violations.add("%s %s has version %d after %d".formatted(what, id, version, before));
        }
    }

    private void broken(Step step, String what, Object... facts) {
        violations.add(("position %d: " + what)
                .formatted(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(step.position()), java.util.Arrays.stream(facts))
                        .toArray()));
    }
}
