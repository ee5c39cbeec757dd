package dev.talentpipeline.monitoring.expectation.postgres;

import dev.talentpipeline.monitoring.expectation.Rule;
import dev.talentpipeline.monitoring.expectation.Rule.Follows;
import dev.talentpipeline.monitoring.expectation.Rule.Under;
import dev.talentpipeline.monitoring.expectation.Sign;
import dev.talentpipeline.monitoring.expectation.Sign.About;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule as statements. All that is put into them comes from the declarations, and nothing from outside.
 *
 * @param begin opens what new entries begin, unless it has happened already
 * @param end closes what new entries end; none: entries end nothing
 */
record RuleStatements(Statement begin, List<Statement> end) {

    /** Takes in what is new of one topic. */
    record Statement(String topic, String sql) {}

    private static final String CLEARINGS = "clearings";

    /** Which of the programme's entries a clearing had read when its market was frozen. */
    private static final String READ = "(cleared.payload -> 'offsets' ->> '%s')::bigint";

    static RuleStatements of(Rule rule) {
        List<Statement> end = new ArrayList<>();
        for (Sign sign : rule.endedBy()) {
            end.add(new Statement(sign.topic(), endBy(sign)));
        }
        if (rule.follows() instanceof Follows.Clearing) {
            end.add(new Statement(CLEARINGS, endByClearing(rule)));
        }
        return new RuleStatements(new Statement(rule.begins().topic(), begin(rule)), List.copyOf(end));
    }

    private static String begin(Rule rule) {
        String field = rule.counts().field();
        String dueFrom = field == null ? "begun.occurred_at" : "(begun.payload ->> '%s')::timestamptz".formatted(field);
        return """
                insert into expected (rule, entity_id, entity_kind, person_id, programme_id, topic, partition, "offset", version, entry, since, due_from)
                select distinct on (begun.entity_id) :rule, begun.entity_id, begun.entity_kind, begun.person_id,
                    coalesce(split_part(begun.key, '/', 1), ''), begun.topic, begun.partition, begun."offset", begun.version, begun.entry,
                    begun.occurred_at, %s
                from journal begun
                where begun.entry = any(:entries) and begun.entity_id is not null and %s and %s is not null
                    %s
                order by begun.entity_id, begun."offset" %s
                on conflict (rule, entity_id) do %s
                """.formatted(
                        dueFrom,
                        is("begun", rule.begins()),
                        dueFrom,
                        conditions(rule),
                        rule.latest() ? "desc" : "",
                        rule.latest() ? """
                                update set topic = excluded.topic, partition = excluded.partition, "offset" = excluded."offset",
                                    version = excluded.version, entry = excluded.entry, since = excluded.since, due_from = excluded.due_from
                                """ : "nothing");
    }

    /** What must have been there, and what must not have happened yet. */
    private static String conditions(Rule rule) {
        Sign given = rule.given();
        String must = given == null ? "" : "and " + exists(given);
        String mustNot =
                rule.endedBy().stream().map(sign -> "and not " + exists(sign)).collect(Collectors.joining("\n"));
        return must + "\n" + mustNot + (rule.follows() instanceof Follows.Clearing ? "\nand not " + cleared(rule) : "");
    }

    private static String exists(Sign sign) {
        return """
                exists (
                    select from journal_mention mention join journal sign on sign.entry = mention.entry
                    where mention.id = begun.%s and %s and %s and %s)
                """.formatted(
                column(sign.about()), is("sign", sign), names("sign", "begun", sign), newer("sign", "begun", sign));
    }

    private static String cleared(Rule rule) {
        return """
                exists (
                    select from (
                        select payload from journal cleared
                        where topic = 'clearings' and entity_id = split_part(begun.key, '/', 1)
                        order by "offset" desc limit 1) cleared
                    where %s > begun."offset")
                """.formatted(READ.formatted(rule.begins().topic()));
    }

    /** By what the sign names, never by the rule: no index has a rule put together with nothing. Statistics may not know yet that thousands wait under it. */
    private static String endBy(Sign sign) {
        return """
                delete from expected open using journal sign
                where open.rule || '' = :rule and sign.entry = any(:entries) and %s and %s and %s
                """.formatted(is("sign", sign), names("sign", "open", sign), newer("sign", "open", sign));
    }

    private static String endByClearing(Rule rule) {
        return """
                delete from expected open using (
                    select cleared.entity_id as programme_id, max(%s) as read from journal cleared
                    where cleared.entry = any(:entries) and cleared.topic = 'clearings'
                    group by cleared.entity_id) clearing
                where open.rule = :rule and open.programme_id = clearing.programme_id and open."offset" < clearing.read
                """.formatted(READ.formatted(rule.begins().topic()));
    }

    private static String is(String row, Sign sign) {
        String states = sign.states().stream().sorted().collect(Collectors.joining("', '", "('", "')"));
        return "%s.topic = '%s' and %s.content = '%s'".formatted(row, sign.topic(), row, sign.content())
                + (sign.states().isEmpty()
                        ? ""
                        : " and %s.state %s %s".formatted(row, sign.otherwise() ? "not in" : "in", states));
    }

    private static String names(String row, String other, Sign sign) {
        return switch (sign.about()) {
            case ENTITY -> "%s.entity_id = %s.entity_id".formatted(row, other);
            case PERSON -> "%s.person_id = %s.person_id".formatted(row, other);
            case SUBJECT -> "%s.payload ->> 'subject' = %s.entity_id".formatted(row, other);
            case OFFER -> "%s.payload ->> 'offerId' = %s.entity_id".formatted(row, other);
        };
    }

    private static String newer(String row, String other, Sign sign) {
        return switch (sign.newer()) {
            case NOT -> "true";
            case VERSION -> "%s.version > %s.version".formatted(row, other);
            case TOLD_VERSION -> "(%s.payload ->> 'subjectVersion')::bigint >= %s.version".formatted(row, other);
        };
    }

    private static String column(About about) {
        return about == About.PERSON ? "person_id" : "entity_id";
    }

    /** What a rule waits for and what of it is overdue, as a source of rows under the name open. */
    static String source(Rule rule, boolean overdueOnly, String rest) {
        String open = """
                select expected.* from expected
                where expected.rule = :rule %s %s
                order by expected.due_from, expected.entity_id
                limit :limit
                """;
        if (rule.under() == Under.ALWAYS || !overdueOnly) {
            return "("
                    + open.formatted(overdueOnly ? "and expected.due_from <= cast(:before as timestamptz)" : "", rest)
                    + ") open";
        }
        // Few programmes clear at a time, and each has its own stretch of the index: what waits in the others is not
        // read.
        return """
                programme_standing programme
                cross join lateral (%s) open
                where programme.state in ('RUNNING', 'HELD') and programme.mode = 'ROLLING'
                    and programme.changed_at <= cast(:before as timestamptz) - programme.clearing_interval
                    and coalesce(programme.opens_at, '-infinity') <= cast(:before as timestamptz) - programme.clearing_interval
                    and coalesce(programme.closes_at, 'infinity') > cast(:now as timestamptz)
                """.formatted(open.formatted(
                "and expected.programme_id = programme.programme_id and expected.due_from <= cast(:before as timestamptz) - programme.clearing_interval",
                rest));
    }
}
