package dev.talentpipeline.internship.proof;

import dev.talentpipeline.internship.offer.Commitment;
import dev.talentpipeline.internship.offer.OfferStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit trail of some programmes, cut into the transactions in which its steps came true. Positions are taken under the locks of a
 * change, so transactions that concern one internship or one person stand in the order in which they were committed.
 */
final class Trail {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Trail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new version of something. */
    sealed interface Step {

        long position();

        /** A version of an offer. */
        record OfferStep(
                long position,
                UUID id,
                long version,
                OfferStatus status,
                UUID student,
                UUID person,
                UUID internship,
                @Nullable UUID replaces,
                Commitment commitment)
                implements Step {}

        /** A version of an internship. */
        record InternshipStep(long position, UUID id, long version, int seats) implements Step {}
    }

    /** All steps in these programmes: a list for every transaction, in the order of their last positions. */
    List<List<Step>> of(Collection<String> programmes) {
        List<List<Step>> transactions = new ArrayList<>();
        String[] running = {""};
        jdbc.sql("""
                        select a.position, a.transaction::text as transaction, a.entity, a.entity_id, a.version, a.facts, o.replaces
                        from audit a left join offer o on a.entity = 'OFFER' and o.id = cast(a.entity_id as uuid)
                        where a.entity in ('OFFER', 'INTERNSHIP') and a.version is not null and a.facts ->> 'programme' = any(?)
                        order by max(a.position) over (partition by a.transaction), a.position
                        """).param(programmes.toArray(String[]::new)).query(row -> {
            Step step = step(
                    row.getLong("position"),
                    row.getString("entity"),
                    UUID.fromString(row.getString("entity_id")),
                    row.getLong("version"),
                    JSON.readTree(row.getString("facts")),
                    Optional.ofNullable(row.getString("replaces")).map(UUID::fromString));
            String transaction = row.getString("transaction");
            if (!transaction.equals(running[0])) {
                transactions.add(new ArrayList<>());
                running[0] = transaction;
            }
            transactions.getLast().add(step);
        });
        return transactions;
    }

    private static Step step(
            long position, String entity, UUID id, long version, JsonNode facts, Optional<UUID> replaces) {
        return switch (entity) {
            case "OFFER" ->
                new Step.OfferStep(
                        position,
                        id,
                        version,
                        OfferStatus.valueOf(facts.get("state").asString()),
                        UUID.fromString(facts.get("student").asString()),
                        UUID.fromString(facts.get("person").asString()),
                        UUID.fromString(facts.get("internship").asString()),
                        replaces.orElse(null),
                        new Commitment(
                                LocalDate.parse(facts.get("startsOn").asString()),
                                LocalDate.parse(facts.get("endsOn").asString()),
                                Integer.parseInt(facts.get("daysPerWeek").asString())));
            case "INTERNSHIP" ->
                new Step.InternshipStep(
                        position,
                        id,
                        version,
                        Integer.parseInt(facts.get("seats").asString()));
            default ->
                throw new IllegalStateException("entity (%s) must be an offer or an internship.".formatted(entity));
        };
    }
}
