package dev.talentpipeline.internship.imports.xlsx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Cuts XML in UTF-8 into its tags, byte by byte, in the same little memory whatever it holds. Where the XML is well-formed its reader finds
 * the same tags, and where it is not the reader gives up before the next one. Not for sharing between threads.
 */
final class Tags {

    private static final int LONGEST_BYTES = 64 * 1024;
    private static final byte[] COMMENT = "!--".getBytes(ISO_8859_1);
    private static final byte[] CHARACTERS = "![CDATA[".getBytes(ISO_8859_1);

    /** Hears of the tags in their order. */
    interface Listener {

        /**
         * A tag, a declaration or an instruction.
         *
         * @param tag what stands between its brackets
         * @param end bytes of the XML up to its end
         */
        void tag(String tag, long end);

        /** There is a tag of more than {@code bytes}. */
        void tooLong(int bytes);

        /** There is a byte that no text in UTF-8 has at its place. */
        void notUtf8();
    }

    private enum Within {
        TEXT,
        TAG,
        QUOTES,
        INSTRUCTION,
        COMMENT,
        CHARACTERS
    }

    private final Listener listener;
    private final byte[] tag = new byte[LONGEST_BYTES];
    private int length;
    private Within within = Within.TEXT;
    private byte quote;
    private long at;
    private long since;
    private byte before;
    private byte beforeThat;

    Tags(Listener listener) {
        this.listener = listener;
    }

    /** How many bytes were read. */
    long bytes() {
        return at;
    }

    /** Reads on. */
    void read(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            byte b = bytes[i];
            at++;
            if (b <= 0 && !isUtf8(b)) {
                listener.notUtf8();
            }
            switch (within) {
                case TEXT -> {
                    if (b == '<') {
                        length = 0;
                        within = Within.TAG;
                    }
                }
                case TAG -> inTag(b);
                case QUOTES -> {
                    add(b);
                    within = b == quote ? Within.TAG : Within.QUOTES;
                }
                case INSTRUCTION -> {
                    if (b == '>' && before == '?' && at - since > 1) {
                        ends();
                    } else {
                        add(b);
                    }
                }
                case COMMENT -> ends(b, (byte) '-');
                case CHARACTERS -> ends(b, (byte) ']');
            }
            beforeThat = before;
            before = b;
        }
    }

    private void inTag(byte b) {
        if (b == '>') {
            ends();
            return;
        }
        add(b);
        if (b == '"' || b == '\'') {
            quote = b;
            within = Within.QUOTES;
        } else if (b == '?' && length == 1) {
            begins(Within.INSTRUCTION);
        } else if (is(COMMENT)) {
            begins(Within.COMMENT);
        } else if (is(CHARACTERS)) {
            begins(Within.CHARACTERS);
        }
    }

    private boolean is(byte[] beginning) {
        if (length != beginning.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (tag[i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    private void begins(Within what) {
        within = what;
        since = at;
    }

    private void ends() {
        within = Within.TEXT;
        listener.tag(new String(tag, 0, length, ISO_8859_1), at);
    }

    /** Ends what two of the mark and a bracket end; the marks of its beginning do not count. */
    private void ends(byte b, byte mark) {
        if (b == '>' && before == mark && beforeThat == mark && at - since > 2) {
            within = Within.TEXT;
        }
    }

    private void add(byte b) {
        if (length == LONGEST_BYTES) {
            listener.tooLong(LONGEST_BYTES);
        }
        tag[length++] = b;
    }

    /** Whether the byte, which is zero or not of ASCII, may stand here: a longer form of a character of ASCII may not. */
    private boolean isUtf8(byte b) {
        int unsigned = b & 0xFF;
        int last = before & 0xFF;
        return unsigned != 0
                && (unsigned & 0xFE) != 0xC0
                && !(last == 0xE0 && unsigned < 0xA0)
                && !(last == 0xF0 && unsigned < 0x90);
    }
}
