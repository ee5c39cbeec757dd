package dev.talentpipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a writer says that it has written into one partition, as it stands beside an offset of the group {@link Channels#written}: that offset is the one after the last record. It is committed in the
 * transaction that writes the records, so that it is true whatever crash comes next.
 *
 * <pre>
 * w1 from=100 records=37 tail=139:demo/3f0c…:4 138:/91ab…:1 136:spring/77d2…:2
 *                             │   │           │    │
 *                             │   │           │    └ of the same programme as the one before
 *                             │   │           └ version
 *                             │   └ key, its parts as in a URL
 *                             └ offset of the last record
 * </pre>
 *
 * <p>An account without a tail is one too.
 *
 * @param from the offset at which the account begins
 * @param records how many it has written since
 * @param tail the latest of them, one by one, in their order; as many as there is room for
 */
public record WriterReport(long from, long records, List<Written> tail) {

    /** More than that never has room. */
    public static final int MOST_LISTED = 200;

    /** A broker takes 4,096 bytes, and takes them anew with each transaction. */
    private static final int LONGEST = 3_000;

    private static final Pattern FORM =
            Pattern.compile("w1 from=(\\d+) records=(\\d+)(?: tail=(\\d+:\\S+:\\d+(?: \\d+:\\S+:\\d+)*+))?");
    private static final Pattern LISTED = Pattern.compile("(\\d+):(\\S+):(\\d+)");

    public WriterReport {
        tail = List.copyOf(tail);
    }

    /** A record that was written. */
    public record Written(long offset, String key, long version) {

        /** The part that chooses the partition. */
        private String programme() {
            int slash = key.indexOf('/');
            return slash < 0 ? key : key.substring(0, slash);
        }

        private String encodedAfter(@Nullable String programme) {
            int slash = key.indexOf('/');
            String rest = slash < 0 ? "" : "/" + URLEncoder.encode(key.substring(slash + 1), UTF_8);
            String first = slash >= 0 && programme().equals(programme) ? "" : URLEncoder.encode(programme(), UTF_8);
            return offset + ":" + first + rest + ":" + version;
        }
    }

    /** With so many of the latest left that it fits beside an offset. */
    public String encoded() {
        StringBuilder listed = new StringBuilder();
        String programme = null;
        for (int at = tail.size() - 1; at >= 0; at--) {
            String next = tail.get(at).encodedAfter(programme);
            if (listed.length() + next.length() >= LONGEST) {
                break;
            }
            listed.append(listed.isEmpty() ? "" : " ").append(next);
            programme = tail.get(at).programme();
        }
        return "w1 from=%d records=%d%s".formatted(from, records, listed.isEmpty() ? "" : " tail=" + listed);
    }

    /** What stands beside an offset; empty: nothing of this kind does. */
    public static Optional<WriterReport> parse(@Nullable String metadata) {
        Matcher report = FORM.matcher(metadata == null ? "" : metadata);
        return report.matches()
                ? Optional.of(new WriterReport(
                        Long.parseLong(report.group(1)), Long.parseLong(report.group(2)), tail(report.group(3))))
                : Optional.empty();
    }

    private static List<Written> tail(@Nullable String listed) {
        List<Written> tail = new ArrayList<>();
        String programme = "";
        Matcher each = LISTED.matcher(listed == null ? "" : listed);
        while (each.find()) {
            String text = each.group(2);
            int slash = text.indexOf('/');
            String first = slash < 0 ? text : text.substring(0, slash);
            programme = first.isEmpty() ? programme : URLDecoder.decode(first, UTF_8);
            String key = slash < 0 ? programme : programme + "/" + URLDecoder.decode(text.substring(slash + 1), UTF_8);
            tail.addFirst(new Written(Long.parseLong(each.group(1)), key, Long.parseLong(each.group(3))));
        }
        return tail;
    }
}
