package dev.talentpipeline.internship.destination.postgres;

import dev.talentpipeline.internship.destination.CountsAs;
import dev.talentpipeline.internship.destination.Destination;
import dev.talentpipeline.internship.destination.Destination.Agreed;
import dev.talentpipeline.internship.destination.Destination.Codes;
import dev.talentpipeline.internship.destination.Destination.Ended;
import dev.talentpipeline.internship.destination.Destination.Evidence;
import dev.talentpipeline.internship.destination.Destination.Facts;
import dev.talentpipeline.internship.destination.Destination.Succeeded;
import dev.talentpipeline.internship.destination.Destination.Verified;
import dev.talentpipeline.internship.destination.Destination.Voided;
import dev.talentpipeline.internship.destination.DestinationKind;
import dev.talentpipeline.internship.destination.EvidenceKind;
import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A destination as queries give it: its columns are named apart from those of what it is joined with. */
final class DestinationRow {

    static final String COLUMNS = """
            d.id as d_id, d.graduate as d_graduate, d.since as d_since, d.organisation as d_organisation,
            d.credit_code as d_credit_code, d.industry as d_industry, d.position as d_position, d.region as d_region,
            d.occupation as d_occupation, d.title as d_title, d.evidence as d_evidence, d.evidence_reference as d_reference,
            d.placement as d_placement, d.company as d_company, d.at as d_at, d.role as d_role, d.subject as d_subject,
            k.code, k.zh, k.en, k.counts_as, k.evidence, k.platform,
            v.at as v_at, v.role as v_role, v.subject as v_subject,
            e.successor as e_successor, e.reason as e_reason, e.at as e_at, e.role as e_role, e.subject as e_subject
            """;

    static final String JOINED = """
            left join destination_kind k on k.code = d.kind
            left join destination_entry v on v.destination = d.id and v.what = 'VERIFIED'
            left join destination_entry e on e.destination = d.id and e.what <> 'VERIFIED'
            """;

    private DestinationRow() {}

    static Destination read(ResultSet row, int number) throws SQLException {
        return new Destination(
                Rows.id(row, "d_id"),
                Rows.id(row, "d_graduate"),
                kind(row, number),
                new Facts(
                        row.getObject("d_since", LocalDate.class),
                        row.getString("d_organisation"),
                        new Codes(
                                row.getString("d_credit_code"),
                                row.getString("d_industry"),
                                row.getString("d_position")),
                        row.getString("d_region"),
                        row.getString("d_occupation"),
                        row.getString("d_title"),
                        evidence(row)),
                agreed(row),
                actor(row, "d"),
                Rows.instant(row, "d_at"),
                row.getTimestamp("v_at") == null ? null : new Verified(actor(row, "v"), Rows.instant(row, "v_at")),
                ended(row));
    }

    static DestinationKind kind(ResultSet row, int number) throws SQLException {
        return new DestinationKind(
                row.getString("code"),
                row.getString("zh"),
                row.getString("en"),
                CountsAs.valueOf(row.getString("counts_as")),
                Rows.texts(row, "evidence").stream().map(EvidenceKind::valueOf).toList(),
                row.getBoolean("platform"));
    }

    private static @Nullable Evidence evidence(ResultSet row) throws SQLException {
        String kind = row.getString("d_evidence");
        return kind == null ? null : new Evidence(EvidenceKind.valueOf(kind), row.getString("d_reference"));
    }

    private static @Nullable Agreed agreed(ResultSet row) throws SQLException {
        UUID placement = Rows.optionalId(row, "d_placement");
        return placement == null ? null : new Agreed(placement, row.getString("d_company"));
    }

    private static @Nullable Ended ended(ResultSet row) throws SQLException {
        if (row.getTimestamp("e_at") == null) {
            return null;
        }
        UUID successor = Rows.optionalId(row, "e_successor");
        return successor == null
                ? new Voided(row.getString("e_reason"), actor(row, "e"), Rows.instant(row, "e_at"))
                : new Succeeded(successor, actor(row, "e"), Rows.instant(row, "e_at"));
    }

    private static Actor actor(ResultSet row, String prefix) throws SQLException {
        return new Actor(row.getString(prefix + "_role"), row.getString(prefix + "_subject"));
    }
}
