package dev.talentpipeline.internship.owndata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.support.RunningService;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every column that could hold a text about a person is answered for, or named here as one that holds none. */
@RunningService
class PersonalColumnsIT {

    /** Ids, codes, states and what organisations say about themselves and their openings. */
    private static final Set<String> NOT_PERSONAL = Set.of(
            "access_link.hash",
            "agreement.kind",
            "agreement.university",
            "agreement_revision.role",
            "agreement_signature.party",
            "audit.by_org",
            "audit.by_role",
            "audit.causation_id",
            "audit.company",
            "audit.correlation_id",
            "audit.deed",
            "audit.entity",
            "audit.entity_id",
            "audit.facts",
            "audit.university",
            "calendar.holidays",
            "calendar.id",
            "calendar.source",
            "calendar.working_days",
            "calendar.zone",
            "catalogue_entry.aliases",
            "catalogue_entry.announced",
            "catalogue_entry.en",
            "catalogue_entry.family",
            "catalogue_entry.id",
            "catalogue_entry.kind",
            "catalogue_entry.source",
            "catalogue_entry.zh",
            "certificate.level",
            "certificate.occupation",
            "certificate.state",
            "claim_reminder.language",
            "claim_reminder.purpose",
            "claim_reminder.state",
            "clearing_recall.programme",
            "clearing_recall.role",
            "clearing_recall.subject",
            "company_unsettled.company",
            "desk_to_tell.organisation",
            "destination.company",
            "destination.evidence",
            "destination.industry",
            "destination.kind",
            "destination.occupation",
            "destination.position",
            "destination.region",
            "destination.role",
            "destination.subject",
            "destination_entry.reason",
            "destination_entry.role",
            "destination_entry.subject",
            "destination_entry.what",
            "destination_kind.code",
            "destination_kind.counts_as",
            "destination_kind.en",
            "destination_kind.evidence",
            "destination_kind.zh",
            "dossier_file.kind",
            "dossier_file.type",
            "dossier_reading.company",
            "dossier_reading.part",
            "dossier_share.company",
            "erased_key.key",
            "erased_key.topic",
            "export_template.columns",
            "export_template.name",
            "export_template.organisation",
            "idempotency.headers",
            "idempotency.key",
            "idempotency.request",
            "import.kind",
            "import.organisation",
            "import.programme",
            "import.state",
            "import_row.standing",
            "import_vocabulary.columns",
            "import_vocabulary.kind",
            "import_vocabulary.occupations",
            "import_vocabulary.organisation",
            "import_vocabulary.skills",
            "internship.approval",
            "internship.approval_reason",
            "internship.company",
            "internship.hindrance",
            "internship.opening",
            "internship.programme",
            "internship.reference",
            "internship.state",
            "interview.proposed_by",
            "interview.reason",
            "interview.result",
            "interview.state",
            "joint_participation.programme",
            "joint_participation.record",
            "joint_record.description",
            "joint_record.id",
            "joint_record.kind",
            "joint_record.organisation",
            "joint_record.programme",
            "joint_record.skills",
            "joint_record.title_en",
            "joint_record.title_zh",
            "joint_record_internship.programme",
            "joint_record_internship.record",
            "meeting.company",
            "meeting.origin",
            "meeting.programme",
            "meeting.reason",
            "meeting.state",
            "meeting.university",
            "meeting_history.act",
            "meeting_history.reason",
            "meeting_history.role",
            "meeting_history.what",
            "offer.company",
            "offer.endorser",
            "offer.explanation",
            "offer.programme",
            "offer.reason",
            "offer.release_asked_by",
            "offer.release_reason",
            "offer.release_seat",
            "offer.state",
            "offer.university",
            "offer_history.event",
            "offer_history.reason",
            "offer_history.role",
            "offer_history.state",
            "offer_letter.decision",
            "offer_letter.role",
            "offer_release.reason",
            "offer_release.release",
            "offer_release.role",
            "offer_release.state",
            "organisation.credit_code",
            "organisation.id",
            "organisation.kind",
            "organisation.last_org",
            "organisation.last_reason",
            "organisation.last_role",
            "organisation.profile",
            "organisation.state",
            "outbox.causation_id",
            "outbox.correlation_id",
            "outbox.event_type",
            "outbox.key",
            "outbox.topic",
            "outbox.traceparent",
            "person.language",
            "person.university",
            "person_access.subject",
            "person_access.university",
            "placement.agreement_signed_by",
            "placement.company",
            "placement.employment_signed_by",
            "placement.programme",
            "placement.state",
            "placement.university",
            "placement_entry.kind",
            "placement_entry.reason",
            "placement_entry.role",
            "placement_entry.step",
            "programme.id",
            "programme.owner",
            "programme.rules",
            "programme.seed",
            "programme.state",
            "reason.act",
            "reason.code",
            "reason.en",
            "reason.source",
            "reason.zh",
            "reconciled.key",
            "reconciled.outcome",
            "reconciled.topic",
            "relayed.topic",
            "roll_entry.degree",
            "roll_entry.major_code",
            "roll_entry.school",
            "roll_entry.university",
            "roll_entry_past.degree",
            "roll_entry_past.major_code",
            "roll_entry_past.school",
            "roll_entry_past.university",
            "roll_link.claim_key",
            "roll_link.given_by",
            "roll_link.given_for",
            "roll_link.hash",
            "school.id",
            "school.name_en",
            "school.name_zh",
            "school.university",
            "share_code.company",
            "share_code.programme",
            "share_code_guess.company",
            "student.programme",
            "student.said",
            "student.state",
            "student.university");

    @Autowired
    List<PersonalData> features;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyColumnThatTakesATextIsAnsweredForOrKnownToHoldNothingPersonal() {
        Set<String> answeredFor = answeredFor();

        assertThat(textColumns())
                .as(
                        "columns of texts, documents and bytes; one that is new belongs to the columns of a PersonalData or into NOT_PERSONAL")
                .allMatch(column -> answeredFor.contains(column) != NOT_PERSONAL.contains(column));
        assertThat(textColumns()).containsAll(answeredFor).containsAll(NOT_PERSONAL);
    }

    @Test
    void noStatisticsAreKeptOfWhatIsPersonal() {
        assertThat(jdbc.sql("""
                                select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                                where c.relnamespace = 'public'::regnamespace and a.attstattarget = 0
                                """).query(String.class).set()).containsAll(answeredFor());
    }

    private Set<String> answeredFor() {
        Set<String> columns = new TreeSet<>();
        features.forEach(feature -> columns.addAll(feature.columns()));
        return columns;
    }

    private Set<String> textColumns() {
        return new TreeSet<>(jdbc.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'public' and table_name <> 'flyway_schema_history'
                          and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')
                          and table_name in (select table_name from information_schema.tables
                              where table_schema = 'public' and table_name not in ('counter', 'by_sequence'))
                        """).query(String.class).set());
    }
}
