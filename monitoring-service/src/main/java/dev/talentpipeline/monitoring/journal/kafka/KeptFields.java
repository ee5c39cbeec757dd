package dev.talentpipeline.monitoring.journal.kafka;

import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.util.Map;
import java.util.Set;

/**
 * What of an event the journal keeps, field by field: ids, versions, states, codes, dates and counts of what flows. Not kept is what names or describes a person,
 * whom somebody wants or excludes, texts that somebody wrote, and secrets. A field that is not named here is not kept, so that a new one is nowhere until
 * somebody has thought about it; a test asks for that.
 */
final class KeptFields {

    private static final Map<Topic<?>, Set<String>> KEPT = Map.ofEntries(
            Map.entry(
                    Topics.PROGRAMMES,
                    Set.of(
                            "programmeId",
                            "version",
                            "rulesVersion",
                            "name",
                            "owner",
                            "state",
                            "mode",
                            "clearingIntervalMs",
                            "clearingAt",
                            "opensAt",
                            "closesAt",
                            "responseWindowMs",
                            "approvalWindowMs",
                            "keepWindowMs",
                            "endorsementWindowMs",
                            "lists",
                            "offerPolicy",
                            "universityEndorsement",
                            "consentBy",
                            "universities",
                            "companies",
                            "weights",
                            "changedAt")),
            Map.entry(
                    Topics.STUDENT_PROFILES,
                    Set.of(
                            "programmeId",
                            "studentId",
                            "version",
                            "state",
                            "personId",
                            "university",
                            "onlyThese",
                            "consent",
                            "changedAt")),
            Map.entry(
                    Topics.INTERNSHIPS,
                    Set.of(
                            "programmeId",
                            "internshipId",
                            "version",
                            "state",
                            "reason",
                            "company",
                            "title",
                            "occupation",
                            "region",
                            "remote",
                            "startsOn",
                            "weeks",
                            "daysPerWeek",
                            "stipend",
                            "seats",
                            "minimumDegree",
                            "majors",
                            "requiredSkills",
                            "preferredSkills",
                            "onlyThese",
                            "applyBy",
                            "changedAt")),
            Map.entry(
                    Topics.PLACEMENT_OFFERS,
                    Set.of(
                            "programmeId",
                            "offerId",
                            "clearing",
                            "studentId",
                            "internshipId",
                            "programmeVersion",
                            "studentVersion",
                            "internshipVersion",
                            "score",
                            "studentRank",
                            "internshipRank",
                            "replaces",
                            "proposedAt")),
            Map.entry(
                    Topics.OFFERS,
                    Set.of(
                            "programmeId",
                            "offerId",
                            "version",
                            "state",
                            "reason",
                            "studentId",
                            "internshipId",
                            "personId",
                            "university",
                            "company",
                            "clearing",
                            "programmeVersion",
                            "studentVersion",
                            "internshipVersion",
                            "score",
                            "studentRank",
                            "internshipRank",
                            "replaces",
                            "proposedAt",
                            "respondBy",
                            "remindedAt",
                            "escalatedAt",
                            "startsOn",
                            "endsOn",
                            "daysPerWeek",
                            "changedAt")),
            Map.entry(
                    Topics.PLACEMENTS,
                    Set.of(
                            "programmeId",
                            "placementId",
                            "version",
                            "state",
                            "offerId",
                            "studentId",
                            "internshipId",
                            "startsOn",
                            "endsOn",
                            "jobOfferedAt",
                            "jobAcceptedAt",
                            "personId",
                            "university",
                            "company",
                            "startedOn",
                            "endedOn",
                            "reason",
                            "awaitingConfirmation",
                            "agreementRevision",
                            "agreementSignedBy",
                            "jobDeclinedAt",
                            "jobStartsOn",
                            "employmentAgreedOn",
                            "changedAt")),
            Map.entry(
                    Topics.MEETINGS,
                    Set.of(
                            "programmeId",
                            "meetingId",
                            "version",
                            "state",
                            "origin",
                            "studentId",
                            "internshipId",
                            "personId",
                            "university",
                            "company",
                            "respondBy",
                            "interviews",
                            "changedBy",
                            "changedAt")),
            Map.entry(
                    Topics.CLEARINGS,
                    Set.of(
                            "programmeId",
                            "clearing",
                            "mode",
                            "startedAt",
                            "durationMs",
                            "students",
                            "internships",
                            "freeSeats",
                            "proposals",
                            "held",
                            "unmatched",
                            "leftOut",
                            "blockingPairs",
                            "studentOptimal",
                            "offsets",
                            "inputHash",
                            "seedHash",
                            "resultHash")),
            Map.entry(
                    Topics.CUTOFFS,
                    Set.of("programmeId", "internshipId", "version", "clearing", "seats", "taken", "full", "tier")),
            Map.entry(
                    Topics.CONTACTS,
                    Set.of("personId", "version", "organisation", "roles", "companyState", "changedAt")),
            Map.entry(Topics.ERASURES, Set.of("personId", "version", "erasedAt")),
            Map.entry(
                    Topics.NOTICES,
                    Set.of(
                            "personId",
                            "noticeId",
                            "version",
                            "kind",
                            "channel",
                            "state",
                            "subject",
                            "subjectVersion",
                            "changedAt")));

    private KeptFields() {}

    static Set<String> of(Topic<?> topic) {
        return KEPT.getOrDefault(topic, Set.of());
    }
}
