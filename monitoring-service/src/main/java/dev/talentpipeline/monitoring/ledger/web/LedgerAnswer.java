package dev.talentpipeline.monitoring.ledger.web;

import dev.talentpipeline.monitoring.ledger.Kind;
import dev.talentpipeline.monitoring.ledger.Ledger.Compared;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the accounts agree. */
@Schema(name = "Ledger")
record LedgerAnswer(
        @Schema(description = "When it was looked at; null: not yet.") @Nullable Instant comparedAt,

        @Schema(description = "How much differs, by kind; every kind is there.")
        List<KindItem> differences,

        @Schema(description = "Readers that keep account, as far as they were compared.")
        List<ReaderItem> readers) {

    @Schema(name = "LedgerKind")
    record KindItem(
            Kind kind,

            @Schema(description = "Not counted beyond 10,000.")
            long differences) {}

    @Schema(name = "LedgerReader")
    record ReaderItem(
            @Schema(example = "notification-service") String reader,
            @Schema(example = "offers") String topic,
            int partition,

            @Schema(description = "Up to which offset, without that one.")
            long compared,

            @Schema(description = "How many it has read since it keeps account.")
            long records,

            @Schema(description = "How many of them changed something.")
            long applied,

            @Schema(description = "How many it held already.")
            long duplicate,

            @Schema(description = "How many it set aside.") long dead) {

        static ReaderItem of(Compared reader) {
            return new ReaderItem(
                    reader.reader(),
                    reader.topic(),
                    reader.partition(),
                    reader.compared(),
                    reader.counts().records(),
                    reader.counts().applied(),
                    reader.counts().duplicate(),
                    reader.counts().dead());
        }
    }

    static LedgerAnswer of(@Nullable Instant comparedAt, Map<Kind, Long> differences, List<Compared> readers) {
        return new LedgerAnswer(
                comparedAt,
                Stream.of(Kind.values())
                        .map(kind -> new KindItem(kind, differences.getOrDefault(kind, 0L)))
                        .toList(),
                readers.stream().map(ReaderItem::of).toList());
    }
}
