package dev.talentpipeline.kit.cell;

/** How texts in cells are written by people and programs, and what they mean all the same. */
public final class Cells {

    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    /** What a name is compared by ends here; no name that anything has comes near. */
    private static final int LONGEST_NAME = 500;

    private Cells() {}

    /** Without blanks at both ends, those of no width and of full width too. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isInvisible(text.charAt(start))) {
            start++;
        }
        while (end > start && isInvisible(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    public static boolean isInvisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || (c >= '\u200B' && c <= '\u200F')
                || c == '\u2060'
                || c == '\uFEFF';
    }

    /** With full-width letters, digits and signs (全角) as plain ones. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - FULL_WIDTH_OFFSET) : c == '\u3000' ? ' ' : c);
        }
        return plain.toString();
    }

    /** With one blank for each run of blanks, and none at the ends. */
    public static String collapsed(String text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        for (char c : strip(text).toCharArray()) {
            if (!isInvisible(c)) {
                collapsed.append(c);
            } else if (collapsed.charAt(collapsed.length() - 1) != ' ') {
                collapsed.append(' ');
            }
        }
        return collapsed.toString();
    }

    /** By which names are compared: plain, in small letters, without what stands in brackets, blanks and signs. */
    public static String key(String name) {
        String bare =
                plain(name.substring(0, Math.min(LONGEST_NAME, name.length()))).replaceAll("[(\\[{【「].*?[)\\]}】」]", "");
        StringBuilder key = new StringBuilder();
        bare.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
