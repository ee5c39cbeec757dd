package dev.talentpipeline.schemas;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a writer says that it has written into one partition, as it stands beside an offset of the group {@link Channels#written}: that offset is the one after the last record. It is committed in the
 * transaction that writes the records, so that it is true whatever crash comes next.
 *
 * <pre>
 * w1 from=100 records=37
 * </pre>
 *
 * @param from the offset at which the account begins
 * @param records how many it has written since
 */
public record WriterReport(long from, long records) {

    private static final Pattern FORM = Pattern.compile("w1 from=(\\d+) records=(\\d+)");

    public String encoded() {
        return "w1 from=%d records=%d".formatted(from, records);
    }

    /** What stands beside an offset; empty: nothing of this kind does. */
    public static Optional<WriterReport> parse(@Nullable String metadata) {
        Matcher report = FORM.matcher(metadata == null ? "" : metadata);
        return report.matches()
                ? Optional.of(new WriterReport(Long.parseLong(report.group(1)), Long.parseLong(report.group(2))))
                : Optional.empty();
    }
}
