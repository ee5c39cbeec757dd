package dev.talentpipeline.internship.programme;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a programme lays down.
 *
 * @param clearingInterval ROLLING: the shortest time between two clearings
 * @param clearingAt ROUND: the instants of its clearings
 * @param responseWindow how long a student may think about an offer
 * @param approvalWindow COMPANY_APPROVAL: how long a company may think about a proposal
 * @param keepWindow how long a student may keep an offer while hoping for a better one
 * @param endorsementWindow how long a university, or each of the two who endorse for it, may think about an accepted offer
 * @param deadlines how these windows are counted, and what comes of silence
 * @param endorsement who endorses what a student accepted
 * @param openingApproval who approves each opening before it is seen
 * @param interviewResults whether students see how their interviews went
 * @param universities organisations that may enter students; empty: all
 * @param companies organisations that may post internships; empty: all
 * @param quotas how much each member may enter
 * @param weights weight of each score part that differs from its default
 */
public record ProgrammeRules(
        String name,
        Mode mode,
        Duration clearingInterval,
        List<Instant> clearingAt,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        Duration responseWindow,
        Duration approvalWindow,
        Duration keepWindow,
        Duration endorsementWindow,
        DeadlineRules deadlines,
        Lists lists,
        OfferPolicy offerPolicy,
        Endorsement endorsement,
        ConsentBy consentBy,
        OpeningApproval openingApproval,
        InterviewResults interviewResults,
        List<String> universities,
        List<String> companies,
        Quotas quotas,
        Map<String, Double> weights) {

    /** Parts that a score is made of. */
    public static final Set<String> SCORE_PARTS =
            Set.of("skills", "occupation", "research", "location", "dates", "stipend");

    public ProgrammeRules {
        clearingAt = List.copyOf(clearingAt);
        universities = List.copyOf(universities);
        companies = List.copyOf(companies);
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    }

    /** The same rules under another name and with other dates. */
    ProgrammeRules forSeason(
            String season, @Nullable Instant opens, @Nullable Instant closes, List<Instant> clearings) {
        return new ProgrammeRules(
                season,
                mode,
                clearingInterval,
                clearings,
                opens,
                closes,
                responseWindow,
                approvalWindow,
                keepWindow,
                endorsementWindow,
                deadlines,
                lists,
                offerPolicy,
                endorsement,
                consentBy,
                openingApproval,
                interviewResults,
                universities,
                companies,
                quotas,
                weights);
    }

    /** Names of the rules that are not what they are in the others. Members and instants of clearings stand in any order. */
    List<String> differencesFrom(ProgrammeRules others) {
        return Arrays.stream(ProgrammeRules.class.getRecordComponents())
                .filter(rule -> !Objects.equals(inAnyOrder(value(rule, this)), inAnyOrder(value(rule, others))))
                .map(RecordComponent::getName)
                .toList();
    }

    private static @Nullable Object inAnyOrder(@Nullable Object rule) {
        return rule instanceof List<?> list ? Set.copyOf(list) : rule;
    }

    private static @Nullable Object value(RecordComponent rule, ProgrammeRules rules) {
        try {
            return rule.getAccessor().invoke(rules);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record reads its own components.", e);
        }
    }

    /** When a programme clears: shortly after a change, or at fixed instants. */
    public enum Mode {
        ROLLING,
        ROUND
    }

    /** Whether only pairs that list each other match, or lists are filled up by score. */
    public enum Lists {
        EXPLICIT,
        FILLED
    }

    /** Who releases an offer. */
    public enum OfferPolicy {
        AUTOMATIC,
        COMPANY_APPROVAL
    }

    /** Who stands behind an accepted offer, one after the other, before it is confirmed. */
    public enum Endorsement {
        NONE,
        CAREER_CENTRE,
        SCHOOL_THEN_CAREER_CENTRE
    }

    /** Who approves each opening before it is seen. */
    public enum OpeningApproval {
        NONE,
        /** Any university that is a member. */
        UNIVERSITY,
        OWNER;

        public boolean isAsked() {
            return this != NONE;
        }
    }

    /** Whose word counts as the student's consent. */
    public enum ConsentBy {
        UNIVERSITY,
        STUDENT
    }

    /** Whether students see the results that companies record of interviews. */
    public enum InterviewResults {
        SHOWN,
        HIDDEN
    }
}
