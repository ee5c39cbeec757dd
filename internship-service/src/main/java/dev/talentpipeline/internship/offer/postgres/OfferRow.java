package dev.talentpipeline.internship.offer.postgres;

import dev.talentpipeline.internship.offer.Awaiting;
import dev.talentpipeline.internship.offer.Commitment;
import dev.talentpipeline.internship.offer.Endorsing;
import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.OfferState;
import dev.talentpipeline.internship.offer.OfferState.Accepted;
import dev.talentpipeline.internship.offer.OfferState.AwaitingApproval;
import dev.talentpipeline.internship.offer.OfferState.Confirmed;
import dev.talentpipeline.internship.offer.OfferState.Declined;
import dev.talentpipeline.internship.offer.OfferState.Expired;
import dev.talentpipeline.internship.offer.OfferState.Extended;
import dev.talentpipeline.internship.offer.OfferState.Kept;
import dev.talentpipeline.internship.offer.OfferState.Lapsed;
import dev.talentpipeline.internship.offer.OfferState.Refused;
import dev.talentpipeline.internship.offer.OfferState.Rejected;
import dev.talentpipeline.internship.offer.OfferState.Released;
import dev.talentpipeline.internship.offer.OfferState.Replaced;
import dev.talentpipeline.internship.offer.OfferState.Rescinded;
import dev.talentpipeline.internship.offer.OfferState.Vetoed;
import dev.talentpipeline.internship.offer.OfferStatus;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.offer.Proposal;
import dev.talentpipeline.internship.offer.Proposal.Explanation;
import dev.talentpipeline.internship.offer.Proposal.Versions;
import dev.talentpipeline.internship.offer.ReleaseRequest;
import dev.talentpipeline.internship.offer.Seat;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offer as a row. */
final class OfferRow {

    static final String SELECT = """
            select id, programme, student, internship, person, university, company, clearing, version, state, reason, respond_by,
                programme_version, student_version, internship_version, student_rank, internship_rank, explanation, replaces, proposed_at,
                starts_on, coalesce(ended_on, ends_on) as ends_on, days_per_week, changed_at, release_asked_by, release_reason, release_refused,
                release_seat, endorser, awaited_since, reminded_at, escalated_at, notice_awaited
            from offer
            """;

    private OfferRow() {}

    static Offer read(ResultSet row, int number) throws SQLException {
        Versions versions = new Versions(
                row.getLong("programme_version"), row.getLong("student_version"), row.getLong("internship_version"));
        Proposal proposal = new Proposal(
                Rows.id(row, "id"),
                row.getString("programme"),
                row.getLong("clearing"),
                Rows.id(row, "student"),
                Rows.id(row, "internship"),
                versions,
                Documents.read(row.getString("explanation"), Explanation.class),
                row.getInt("student_rank"),
                row.getInt("internship_rank"),
                row.getObject("replaces", UUID.class),
                Rows.instant(row, "proposed_at"));
        return new Offer(
                proposal,
                Rows.id(row, "person"),
                row.getString("university"),
                row.getString("company"),
                commitment(row, number),
                versions,
                row.getLong("version"),
                state(row),
                new Awaiting(
                        Rows.instant(row, "awaited_since"),
                        Rows.optionalInstant(row, "reminded_at"),
                        Rows.optionalInstant(row, "escalated_at"),
                        row.getBoolean("notice_awaited")),
                Rows.instant(row, "changed_at"));
    }

    static Commitment commitment(ResultSet row, int number) throws SQLException {
        return new Commitment(
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getInt("days_per_week"));
    }

    private static OfferState state(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return switch (OfferStatus.valueOf(row.getString("state"))) {
            case REJECTED -> new Rejected(reason);
            case AWAITING_APPROVAL -> new AwaitingApproval(Rows.instant(row, "respond_by"));
            case VETOED -> new Vetoed(reason);
            case LAPSED -> new Lapsed();
            case EXTENDED -> new Extended(Rows.instant(row, "respond_by"));
            case KEPT -> new Kept(Rows.instant(row, "respond_by"));
            case DECLINED -> new Declined(reason);
            case EXPIRED -> new Expired();
            case REPLACED -> new Replaced();
            case RESCINDED -> new Rescinded(reason);
            case ACCEPTED -> new Accepted(endorsing(row), release(row));
            case REFUSED -> new Refused(reason);
            case RELEASED -> new Released(reason);
            case CONFIRMED -> new Confirmed(release(row));
        };
    }

    private static @Nullable Endorsing endorsing(ResultSet row) throws SQLException {
        String endorser = row.getString("endorser");
        return endorser == null ? null : new Endorsing(Party.valueOf(endorser), Rows.instant(row, "respond_by"));
    }

    private static @Nullable ReleaseRequest release(ResultSet row) throws SQLException {
        String askedBy = row.getString("release_asked_by");
        return askedBy == null
                ? null
                : new ReleaseRequest(
                        Party.valueOf(askedBy),
                        row.getString("release_reason"),
                        row.getBoolean("release_refused"),
                        Seat.valueOf(row.getString("release_seat")));
    }
}
