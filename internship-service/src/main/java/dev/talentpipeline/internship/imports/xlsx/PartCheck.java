package dev.talentpipeline.internship.imports.xlsx;

import dev.talentpipeline.internship.imports.UnusableFileException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the XML of one part for whatever its reader would keep in memory or build whole, by the elements that it holds: a reader finds
 * its parts by types and references, so that a name says nothing. Not for sharing between threads.
 */
final class PartCheck implements Tags.Listener {

    /** Of a part that holds no rows. */
    private static final long LARGEST_BYTES = 64L * 1024 * 1024;

    /** Of a part with formats, sheets or references to parts. */
    private static final long LARGEST_LIST_BYTES = 16L * 1024 * 1024;

    /** Of a row, and of a shared text: longer than any that could be entered. */
    private static final long LARGEST_WHOLE_BYTES = 4L * 1024 * 1024;

    /** Of a part with shared texts, which are kept: several imports at once have to find room for theirs. */
    private static final long LARGEST_TEXTS_BYTES = 32L * 1024 * 1024;

    private static final int MOST_TEXTS = 1_000_000;

    /** Of the place of a shared text: those before it are kept too, even if there are none. */
    private static final int LONGEST_PLACE_BYTES = 7;

    /** XFD. */
    private static final int LAST_COLUMN = 16_384;

    private static final int DEEPEST = 200;
    private static final int MOST_NAMES = 10_000;

    /** Of formulas that hold for several cells. */
    private static final int MOST_SHARED_FORMULAS = 20_000;

    private static final long LONGEST_SHARED_FORMULA_BYTES = 64L * 1024;
    private static final long LARGEST_SHARED_FORMULAS_BYTES = 4L * 1024 * 1024;

    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})");
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']*)");
    private static final Set<String> ENCODINGS = Set.of("utf-8", "us-ascii", "ascii");
    private static final long NONE = -1;

    private final String part;
    private final long size;
    private final boolean mayHaveType;
    private final Merges merges;
    private final Set<String> names = new HashSet<>();
    private int depth;
    private boolean rows;
    private int texts;

    private @Nullable String whole;
    private long wholeBegan;
    private int cells;
    private boolean shared;
    private long placeBegan = NONE;
    private int sharedFormulas;
    private long sharedFormulaBytes;
    private long formulaBegan = NONE;

    /**
     * @param size of the part in bytes
     * @param mayHaveType whether it may declare a document type, as pictures do
     * @param merges hears of cells that are merged
     */
    PartCheck(String part, long size, boolean mayHaveType, Merges merges) {
        this.part = part;
        this.size = size;
        this.mayHaveType = mayHaveType;
        this.merges = merges;
    }

    /** The part ends here. */
    void end(long bytes) {
        endWhole(bytes);
        if (!rows) {
            sizeUpTo(LARGEST_BYTES);
        }
    }

    @Override
    public void tag(String tag, long end) {
        switch (tag.isEmpty() ? ' ' : tag.charAt(0)) {
            case '?' -> instruction(tag);
            case '!' -> declaration(tag);
            case '/' -> closes(local(tag.substring(1, nameEnd(tag, 1))), end - tag.length() - 2);
            default -> opens(tag, end);
        }
    }

    @Override
    public void tooLong(int bytes) {
        throw bomb("a tag of more than %d bytes".formatted(bytes));
    }

    @Override
    public void notUtf8() {
        throw broken("a part that is not XML in UTF-8");
    }

    private void instruction(String tag) {
        Matcher encoding = ENCODING.matcher(tag);
        if (tag.startsWith("?xml")
                && encoding.find()
                && !ENCODINGS.contains(encoding.group(1).toLowerCase(Locale.ROOT))) {
            notUtf8();
        }
    }

    private void declaration(String tag) {
        if (!mayHaveType || !tag.startsWith("!DOCTYPE") || tag.contains("[")) {
            throw WorkbookCheck.forbidden(part);
        }
    }

    private void opens(String tag, long end) {
        int nameEnd = nameEnd(tag, 0);
        String name = local(know(tag.substring(0, nameEnd)));
        Attributes attributes = attributes(tag, nameEnd);
        if (++depth > DEEPEST) {
            throw bomb("elements in each other, more than %d deep".formatted(DEEPEST));
        }
        if (placeBegan != NONE) {
            throw broken("a cell whose text is not to be found");
        }
        switch (name) {
            case "row" -> {
                rows = true;
                beginWhole(name, end);
            }
            case "si" -> {
                if (++texts > MOST_TEXTS) {
                    throw bomb("more than %d texts".formatted(MOST_TEXTS));
                }
                sizeUpTo(LARGEST_TEXTS_BYTES);
                beginWhole(name, end);
            }
            case "Relationship" -> {
                sizeUpTo(LARGEST_LIST_BYTES);
                if (attributes.id() != null && attributes.target() != null) {
                    merges.refers(part, attributes.id(), attributes.target());
                }
            }
            case "xf", "numFmt", "sheet", "Override" -> sizeUpTo(LARGEST_LIST_BYTES);
            case "mergeCell" -> merge(attributes.range());
            case "c" -> cell(attributes);
            case "v" -> placeBegan = shared ? end : NONE;
            case "f" -> formula(attributes, end);
            default -> {
                // Nothing that a reader keeps.
            }
        }
        if (tag.endsWith("/")) {
            closes(name, end);
        }
    }

    private void closes(String name, long began) {
        depth--;
        if (placeBegan != NONE && (!name.equals("v") || began - placeBegan > LONGEST_PLACE_BYTES)) {
            throw broken("a cell whose text is not to be found");
        }
        placeBegan = NONE;
        if (name.equals("c")) {
            shared = false;
        } else if (name.equals("f") && formulaBegan != NONE) {
            endFormula(began);
        } else if (name.equals(whole)) {
            endWhole(began);
        }
    }

    /** A reader takes what begins within another one for a part of it. */
    private void beginWhole(String name, long at) {
        if (whole == null) {
            whole = name;
            wholeBegan = at;
            cells = 0;
        }
    }

    private void endWhole(long at) {
        if (whole != null && at - wholeBegan > LARGEST_WHOLE_BYTES) {
            throw bomb("a row or a text of more than %d bytes".formatted(LARGEST_WHOLE_BYTES));
        }
        whole = null;
    }

    private void cell(Attributes attributes) {
        String type = attributes.type();
        shared |= type != null && (type.equals("s") || type.contains("&"));
        if (whole == null) {
            return;
        }
        String reference = attributes.reference();
        int column = reference == null ? ++cells : column(reference);
        if (column == 0) {
            throw broken("a cell that is in no column");
        }
        if (column > LAST_COLUMN) {
            throw bomb("a cell beyond column XFD");
        }
    }

    private void merge(@Nullable String range) {
        Matcher cells = RANGE.matcher(range == null ? "" : range);
        if (cells.matches()) {
            int first = Integer.parseInt(cells.group(2));
            int last = Integer.parseInt(cells.group(3));
            boolean few = first >= last
                    || merges.merges(part, new Merges.Range(column(cells.group(1) + first) - 1, first, last));
            if (!few) {
                throw bomb("too many merged cells");
            }
        }
    }

    private void formula(Attributes attributes, long at) {
        if (attributes.range() == null) {
            return;
        }
        if (++sharedFormulas > MOST_SHARED_FORMULAS) {
            throw bomb("more than %d formulas for several cells".formatted(MOST_SHARED_FORMULAS));
        }
        if (formulaBegan == NONE) {
            formulaBegan = at;
        }
    }

    private void endFormula(long at) {
        long bytes = at - formulaBegan;
        sharedFormulaBytes += bytes;
        formulaBegan = NONE;
        if (bytes > LONGEST_SHARED_FORMULA_BYTES || sharedFormulaBytes > LARGEST_SHARED_FORMULAS_BYTES) {
            throw bomb("formulas that are too long");
        }
    }

    /** Counted from 1; 0: the reference is none to a cell. */
    private static int column(String reference) {
        int at = reference.startsWith("$") ? 1 : 0;
        int column = 0;
        while (at < reference.length() && isLetter(reference.charAt(at)) && column <= LAST_COLUMN) {
            column = column * 26 + (reference.charAt(at) & 0x1F);
            at++;
        }
        if (column > LAST_COLUMN) {
            return column;
        }
        int row = reference.startsWith("$", at) ? at + 1 : at;
        return row < reference.length() && reference.substring(row).chars().allMatch(c -> c >= '0' && c <= '9')
                ? column
                : 0;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private void sizeUpTo(long most) {
        if (size > most) {
            throw bomb("a part of %d bytes".formatted(size));
        }
    }

    /** A reader keeps every name that it meets. */
    private String know(String name) {
        if (names.add(name) && names.size() > MOST_NAMES) {
            throw bomb("more than %d names of elements".formatted(MOST_NAMES));
        }
        return name;
    }

    /**
     * Of all attributes of an element those that say what is kept of it.
     *
     * @param range of cells
     * @param id by which another part is referred to
     */
    private record Attributes(
            @Nullable String reference,
            @Nullable String type,
            @Nullable String range,
            @Nullable String id,
            @Nullable String target) {}

    private Attributes attributes(String tag, int from) {
        String reference = null;
        String type = null;
        String range = null;
        String id = null;
        String target = null;
        int at = from;
        for (int equals = tag.indexOf('=', at); equals >= 0; equals = tag.indexOf('=', at)) {
            int open = equals + 1;
            while (open < tag.length() && tag.charAt(open) <= ' ') {
                open++;
            }
            int close = open < tag.length() ? tag.indexOf(tag.charAt(open), open + 1) : -1;
            if (close < 0) {
                break;
            }
            String value = tag.substring(open + 1, close);
            switch (local(know(tag.substring(at, equals).strip()))) {
                case "r" -> reference = value;
                case "t" -> type = value;
                case "ref" -> range = value;
                case "Id" -> id = value;
                case "Target" -> target = value;
                default -> {
                    // Says nothing of what is kept.
                }
            }
            at = close + 1;
        }
        return new Attributes(reference, type, range, id, target);
    }

    private static int nameEnd(String tag, int from) {
        int at = from;
        while (at < tag.length() && tag.charAt(at) > ' ' && tag.charAt(at) != '/') {
            at++;
        }
        return at;
    }

    private static String local(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private UnusableFileException bomb(String what) {
        return WorkbookCheck.bomb("has %s (%s)".formatted(what, part));
    }

    private UnusableFileException broken(String what) {
        return WorkbookCheck.damaged("has %s (%s)".formatted(what, part));
    }
}
