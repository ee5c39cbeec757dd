package dev.talentpipeline.monitoring.schema.web;

import dev.talentpipeline.monitoring.schema.ComparingSchemas;
import dev.talentpipeline.monitoring.schema.TopicSchemas;
import dev.talentpipeline.schemas.SchemaDifference;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Versions of schemas, by topic. */
@Schema(name = "Schemas")
record SchemasAnswer(
        @Schema(description = "When the registry was asked; null: it has not answered yet.") @Nullable Instant observedAt,

        List<TopicItem> topics) {

    static SchemasAnswer of(ComparingSchemas.Seen seen) {
        return new SchemasAnswer(
                seen.at(), seen.topics().stream().map(TopicItem::of).toList());
    }

    @Schema(name = "TopicSchemas")
    record TopicItem(
            String topic,

            @Schema(example = "dev.talentpipeline.events.Offer")
            String type,

            @Schema(example = "offers-value") String subject,
            @Schema(description = "The first one first.") List<VersionItem> versions,
            List<WriterItem> writers,
            List<ReaderItem> readers) {

        static TopicItem of(TopicSchemas topic) {
            return new TopicItem(
                    topic.topic(),
                    topic.type(),
                    topic.subject(),
                    topic.versions().stream()
                            .map(version -> new VersionItem(
                                    version.number(),
                                    version.id(),
                                    version.registeredAt(),
                                    DifferenceItem.of(version.differences())))
                            .toList(),
                    topic.writers().stream()
                            .map(writer -> new WriterItem(
                                    writer.service(), writer.version(), writer.id(), writer.events(), writer.lastAt()))
                            .toList(),
                    topic.readers().stream()
                            .map(reader -> new ReaderItem(
                                    reader.group(),
                                    reader.version(),
                                    reader.said(),
                                    reader.takes().stream()
                                            .map(taking -> new TakingItem(
                                                    taking.written(), DifferenceItem.of(taking.differences())))
                                            .toList()))
                            .toList());
        }
    }

    @Schema(name = "SchemaVersion")
    record VersionItem(
            int version,

            @Schema(description = "The id that stands in records.")
            int id,

            Instant registeredAt,

            @Schema(description = "From the version before.")
            List<DifferenceItem> differences) {}

    @Schema(name = "SchemaWriter")
    record WriterItem(
            @Schema(example = "internship-service") String service,

            @Schema(description = "Null: the registry has no such id under this subject.") @Nullable Integer version,

            int id,
            @Schema(description = "How many events.") long events,
            Instant lastAt) {}

    @Schema(name = "SchemaReader")
    record ReaderItem(
            @Schema(example = "notification-service") String group,

            @Schema(
                    description =
                            "As which version it reads, whatever was written; null: it has not said, or reads as one that is not registered.")
            @Nullable Integer version,

            @Schema(description = "Whether it has said as what it reads.")
            boolean said,

            @Schema(description = "What it makes of each other version that was written.")
            List<TakingItem> takes) {}

    @Schema(name = "SchemaTaking")
    record TakingItem(
            @Schema(description = "The version that was written.")
            int written,

            @Schema(
                    description =
                            "From that one to the one as which it is read: what is ADDED it takes from defaults, what is REMOVED it does not see.")
            List<DifferenceItem> differences) {}

    @Schema(name = "SchemaDifference")
    record DifferenceItem(
            @Schema(description = "Path of the field.", example = "skills[].level")
            String field,

            SchemaDifference.Change change,
            @Nullable String before,
            @Nullable String after) {

        static List<DifferenceItem> of(List<SchemaDifference> differences) {
            return differences.stream()
                    .map(each -> new DifferenceItem(each.field(), each.change(), each.before(), each.after()))
                    .toList();
        }
    }
}
