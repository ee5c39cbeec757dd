package dev.talentpipeline.internship.destination.web;

import dev.talentpipeline.internship.destination.CountsAs;
import dev.talentpipeline.internship.destination.Destination;
import dev.talentpipeline.internship.destination.Destination.Agreed;
import dev.talentpipeline.internship.destination.Destination.Ended;
import dev.talentpipeline.internship.destination.Destination.Evidence;
import dev.talentpipeline.internship.destination.Destination.Facts;
import dev.talentpipeline.internship.destination.Destination.Succeeded;
import dev.talentpipeline.internship.destination.Destination.Verified;
import dev.talentpipeline.internship.destination.Destination.Voided;
import dev.talentpipeline.internship.destination.DestinationDecision;
import dev.talentpipeline.internship.destination.Destinations.Graduate;
import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.kit.exports.OnlyInAnswers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A destination as it is answered to the university.
 *
 * @param placement null: from outside of the platform
 * @param successor the one that holds in its place, if it was succeeded
 */
record DestinationAnswer(
        UUID id,
        UUID graduate,
        String state,
        String kind,
        String kindZh,
        String kindEn,
        CountsAs countsAs,
        LocalDate since,
        @Nullable String organisation,
        @Nullable String creditCode,
        @Nullable String industryCode,
        @Nullable String positionCode,
        @Nullable String region,
        @Nullable String occupation,
        @Nullable String title,
        @Nullable Evidence evidence,
        @Nullable UUID placement,
        @Nullable String company,
        Actor recordedBy,
        Instant recordedAt,
        @Nullable Actor verifiedBy,
        @Nullable Instant verifiedAt,
        @Nullable Actor endedBy,
        @Nullable Instant endedAt,
        @Nullable UUID successor,
        @Nullable String reason,
        @OnlyInAnswers List<DestinationDecision> possible) {

    /** Somebody on the roll, and where they go. */
    record GraduateAnswer(
            UUID graduate,
            String number,
            String name,
            @Nullable String school,
            @Nullable String schoolZh,
            @Nullable String major,
            @Nullable String majorCode,
            @Nullable String degree,
            @Nullable LocalDate graduatesOn,
            @Nullable DestinationAnswer destination) {

        static GraduateAnswer of(Graduate graduate) {
            return new GraduateAnswer(
                    graduate.entry(),
                    graduate.number(),
                    graduate.name(),
                    graduate.school(),
                    graduate.schoolZh(),
                    graduate.major(),
                    graduate.majorCode(),
                    graduate.degree() == null ? null : graduate.degree().name(),
                    graduate.graduatesOn(),
                    graduate.destination() == null ? null : DestinationAnswer.of(graduate.destination()));
        }
    }

    static DestinationAnswer of(Destination destination) {
        Facts facts = destination.facts();
        Agreed agreed = destination.agreed();
        Verified verified = destination.verified();
        Ended ended = destination.ended();
        return new DestinationAnswer(
                destination.id(),
                destination.graduate(),
                state(ended),
                destination.kind().code(),
                destination.kind().zh(),
                destination.kind().en(),
                destination.kind().countsAs(),
                facts.since(),
                facts.organisation(),
                facts.codes().creditCode(),
                facts.codes().industryCode(),
                facts.codes().positionCode(),
                facts.region(),
                facts.occupation(),
                facts.title(),
                facts.evidence(),
                agreed == null ? null : agreed.placement(),
                agreed == null ? null : agreed.company(),
                destination.by(),
                destination.at(),
                verified == null ? null : verified.by(),
                verified == null ? null : verified.at(),
                ended == null ? null : ended.by(),
                ended == null ? null : ended.at(),
                ended instanceof Succeeded succeeded ? succeeded.successor() : null,
                ended instanceof Voided voided ? voided.reason() : null,
                destination.possible());
    }

    private static String state(@Nullable Ended ended) {
        return switch (ended) {
            case null -> "CURRENT";
            case Succeeded _ -> "SUCCEEDED";
            case Voided _ -> "VOIDED";
        };
    }
}
