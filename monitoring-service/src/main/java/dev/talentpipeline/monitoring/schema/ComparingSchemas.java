package dev.talentpipeline.monitoring.schema;

import dev.talentpipeline.monitoring.flow.Catalogue;
import dev.talentpipeline.monitoring.flow.Flow;
import dev.talentpipeline.monitoring.journal.Readers;
import dev.talentpipeline.monitoring.ledger.ReaderAccount;
import dev.talentpipeline.monitoring.ledger.ReaderReports;
import dev.talentpipeline.monitoring.schema.TopicSchemas.Reading;
import dev.talentpipeline.monitoring.schema.TopicSchemas.Taking;
import dev.talentpipeline.monitoring.schema.TopicSchemas.Version;
import dev.talentpipeline.monitoring.schema.TopicSchemas.Writing;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sets the versions that the registry has against those by which events were written and as which readers read. The registry and the readers are asked now and then by one thread; whoever
 * asks gets what was found last, with what is in the journal now.
 */
public final class ComparingSchemas {

    private final RegisteredSchemas registered;
    private final WrittenSchemas written;
    private final ReaderReports reports;
    private final Catalogue catalogue;
    private final Clock clock;
    private volatile Found found = new Found(null, List.of(), Map.of());

    /** What was found last; the instant is null before the first look. */
    private record Found(
            @Nullable Instant at, List<Registered> schemas, Map<String, Map<String, Set<String>>> fingerprints) {}

    /**
     * What is known.
     *
     * @param at when the registry was asked; null: it has not answered yet
     */
    public record Seen(@Nullable Instant at, List<TopicSchemas> topics) {}

    ComparingSchemas(
            RegisteredSchemas registered,
            WrittenSchemas written,
            ReaderReports reports,
            Catalogue catalogue,
            Clock clock) {
        this.registered = registered;
        this.written = written;
        this.reports = reports;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Asks the registry and the readers. */
    public void look() {
        List<Registered> schemas = registered.look();
        found = new Found(clock.instant(), schemas, fingerprints(reports.look()));
    }

    /** By topic and reader; in the middle of an upgrade a reader has two. */
    private static Map<String, Map<String, Set<String>>> fingerprints(Collection<ReaderAccount> accounts) {
        return accounts.stream()
                .filter(account -> account.schema() != null)
                .collect(Collectors.groupingBy(
                        ReaderAccount::topic,
                        Collectors.groupingBy(
                                ReaderAccount::reader,
                                Collectors.mapping(
                                        account -> Objects.requireNonNull(account.schema()), Collectors.toSet()))));
    }

    public Seen seen() {
        Found last = found;
        List<WrittenSchemas.Seen> writers = written.all();
        Map<String, Flow.Declared> declared =
                catalogue.topics().stream().collect(Collectors.toMap(Flow.Declared::topic, topic -> topic));
        return new Seen(
                last.at(),
                last.schemas().stream()
                        .map(schema -> topic(
                                schema,
                                writers.stream()
                                        .filter(seen -> seen.topic().equals(schema.topic()))
                                        .toList(),
                                Objects.requireNonNull(declared.get(schema.topic()))
                                        .readers(),
                                last.fingerprints().getOrDefault(schema.topic(), Map.of())))
                        .toList());
    }

    private static TopicSchemas topic(
            Registered schema,
            List<WrittenSchemas.Seen> writers,
            Collection<String> readers,
            Map<String, Set<String>> fingerprints) {
        Map<Integer, Registered.Version> byId = schema.versions().stream()
                .collect(Collectors.toMap(Registered.Version::id, version -> version, (one, same) -> one));
        List<Writing> writing = writers.stream()
                .map(seen -> new Writing(
                        seen.service(),
                        byId.containsKey(seen.schemaId())
                                ? Objects.requireNonNull(byId.get(seen.schemaId()))
                                        .number()
                                : null,
                        seen.schemaId(),
                        seen.events(),
                        seen.lastAt()))
                .sorted(Comparator.comparing(Writing::service).thenComparingInt(Writing::id))
                .toList();
        Set<Integer> versionsWritten = writing.stream()
                .map(Writing::version)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        return new TopicSchemas(
                schema.topic(),
                schema.type(),
                schema.subject(),
                versions(schema),
                writing,
                readings(schema, readers, fingerprints, versionsWritten));
    }

    private static List<Version> versions(Registered schema) {
        List<Version> versions = new ArrayList<>();
        Registered.Version before = null;
        for (Registered.Version version : schema.versions()) {
            versions.add(new Version(
                    version.number(),
                    version.id(),
                    version.registeredAt(),
                    before == null ? List.of() : schema.differences().apply(before.number(), version.number())));
            before = version;
        }
        return versions;
    }

    private static List<Reading> readings(
            Registered schema,
            Collection<String> readers,
            Map<String, Set<String>> fingerprints,
            Set<Integer> versionsWritten) {
        Map<String, Set<String>> said = new TreeMap<>();
        readers.forEach(reader -> said.put(reader, fingerprints.getOrDefault(reader, Set.of())));
        said.put(Readers.JOURNAL, Set.of(schema.own()));
        List<Reading> readings = new ArrayList<>();
        said.forEach((reader, prints) -> {
            if (prints.isEmpty()) {
                readings.add(new Reading(reader, null, false, List.of()));
            }
            prints.stream().sorted().forEach(print -> readings.add(reading(schema, reader, print, versionsWritten)));
        });
        return readings;
    }

    private static Reading reading(Registered schema, String reader, String fingerprint, Set<Integer> versionsWritten) {
        Integer version = schema.versions().stream()
                .filter(each -> each.fingerprint().equals(fingerprint))
                .map(Registered.Version::number)
                .findFirst()
                .orElse(null);
        return new Reading(
                reader,
                version,
                true,
                version == null
                        ? List.of()
                        : versionsWritten.stream()
                                .filter(written -> !written.equals(version))
                                .map(written ->
                                        new Taking(written, schema.differences().apply(written, version)))
                                .toList());
    }
}
