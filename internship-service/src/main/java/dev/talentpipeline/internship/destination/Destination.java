package dev.talentpipeline.internship.destination;

import dev.talentpipeline.internship.offer.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a graduate goes. What was recorded stays as it is: a wrong one is voided, a past one succeeded by a later one, and of those that a
 * graduate has at most one holds.
 *
 * @param id random, without meaning
 * @param graduate the entry of the roll
 * @param agreed null: from outside of the platform
 * @param verified null: nobody has yet
 * @param ended null: it holds
 */
public record Destination(
        UUID id,
        UUID graduate,
        DestinationKind kind,
        Facts facts,
        @Nullable Agreed agreed,
        Actor by,
        Instant at,
        @Nullable Verified verified,
        @Nullable Ended ended) {

    /**
     * What is known of it.
     *
     * @param since the day from which it holds; that of a job that is agreed on may be ahead
     * @param region ISO 3166-2
     * @param occupation of the catalogue, by its id
     */
    public record Facts(
            LocalDate since,
            @Nullable String organisation,
            Codes codes,
            @Nullable String region,
            @Nullable String occupation,
            @Nullable String title,
            @Nullable Evidence evidence) {}

    /**
     * Codes of it that tables of destinations ask for.
     *
     * @param creditCode the organisation's unified social credit code
     * @param industryCode of the organisation, by whichever list the table goes by
     * @param positionCode what kind of post it is, by whichever list the table goes by
     */
    public record Codes(
            @Nullable String creditCode,
            @Nullable String industryCode,
            @Nullable String positionCode) {}

    /**
     * What proves it.
     *
     * @param document the paper's number, or where it is kept
     */
    public record Evidence(EvidenceKind kind, String document) {}

    /** That it comes from the employment agreement of a placement at the company. */
    public record Agreed(UUID placement, String company) {}

    public record Verified(Actor by, Instant at) {}

    /** Why it does not hold any more. */
    public sealed interface Ended {

        Actor by();

        Instant at();
    }

    /** A later one holds in its place. */
    public record Succeeded(UUID successor, Actor by, Instant at) implements Ended {}

    /** It was recorded in error. */
    public record Voided(String reason, Actor by, Instant at) implements Ended {}

    /** What its university could decide about it now. What an agreement brought is only replaced. */
    public List<DestinationDecision> possible() {
        return Arrays.stream(DestinationDecision.values())
                .filter(decision -> ended == null
                        && switch (decision) {
                            case VERIFY -> verified == null;
                            case VOID -> isVoidable();
                        })
                .toList();
    }

    boolean isVoidable() {
        return agreed == null;
    }

    /** Whether it says this already. */
    boolean says(DestinationKind other, Facts otherFacts) {
        return kind.code().equals(other.code()) && facts.equals(otherFacts);
    }

    Destination verified(Verified by) {
        return new Destination(id, graduate, kind, facts, agreed, this.by, at, by, ended);
    }

    Destination ended(Ended end) {
        return new Destination(id, graduate, kind, facts, agreed, by, at, verified, end);
    }
}
