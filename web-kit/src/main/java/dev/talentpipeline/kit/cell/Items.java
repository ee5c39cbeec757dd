package dev.talentpipeline.kit.cell;

import java.util.ArrayList;
import java.util.List;

/** Several texts in one cell. An item in which a separator stands is put into quotation marks, so that it stays one. */
public final class Items {

    private static final String SEPARATORS = ",;|/\n\r、，；／｜";
    /** Those between things of which the same is said. */
    private static final String ENUMERATING = ",、，/／";

    private static final char QUOTE = '"';

    /** Characters of the longest item that could be anything: beyond it somebody wrote prose. */
    private static final int LONGEST = 200;

    private Items() {}

    /** The items as one cell says them. */
    public static String join(List<String> items) {
        return String.join("; ", items.stream().map(Items::written).toList());
    }

    private static String written(String item) {
        boolean plain = !item.isEmpty()
                && item.charAt(0) != QUOTE
                && item.equals(Cells.strip(item))
                && item.chars().noneMatch(c -> SEPARATORS.indexOf(c) >= 0);
        return plain ? item : QUOTE + item.replace("\"", "\"\"") + QUOTE;
    }

    /**
     * An item of a cell.
     *
     * @param opens whether it is not enumerated with the one before, but stands by itself
     */
    public record Item(String text, boolean opens) {}

    /** Whether the item is too long to name anything. */
    public static boolean isTooLong(String item) {
        return item.length() > LONGEST;
    }

    /** The items that a cell says, each once. */
    public static List<String> split(String text) {
        return read(text).stream().map(Item::text).distinct().toList();
    }

    /** The items that a cell says, one after the other. */
    public static List<Item> read(String text) {
        List<Item> items = new ArrayList<>();
        boolean opens = true;
        int at = 0;
        while (at < text.length()) {
            int end = endOfQuoted(text, at);
            boolean quoted = end >= 0;
            if (!quoted) {
                end = endOfPlain(text, at);
            }
            String item = Cells.strip(text.substring(at, end));
            if (quoted) {
                item = item.substring(1, item.length() - 1).replace("\"\"", "\"");
            }
            if (!item.isEmpty()) {
                items.add(new Item(item, opens));
                opens = false;
            }
            opens |= end < text.length() && ENUMERATING.indexOf(text.charAt(end)) < 0;
            at = end + 1;
        }
        return items;
    }

    private static int endOfPlain(String text, int start) {
        int end = start;
        while (end < text.length() && SEPARATORS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Where the item ends that begins there with a quotation mark; -1 if none does, or nothing that could be a separator follows it. */
    private static int endOfQuoted(String text, int start) {
        int at = skipBlanks(text, start);
        if (at >= text.length() || text.charAt(at) != QUOTE) {
            return -1;
        }
        at++;
        while (at < text.length()) {
            if (text.charAt(at) != QUOTE) {
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
                at += 2;
            } else {
                int end = skipBlanks(text, at + 1);
                return end == text.length() || SEPARATORS.indexOf(text.charAt(end)) >= 0 ? end : -1;
            }
        }
        return -1;
    }

    /** Line breaks are separators, not blanks. */
    private static int skipBlanks(String text, int start) {
        int at = start;
        while (at < text.length() && Cells.isInvisible(text.charAt(at)) && SEPARATORS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
