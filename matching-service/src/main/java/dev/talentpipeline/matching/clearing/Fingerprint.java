package dev.talentpipeline.matching.clearing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash of lines in whatever order: the sum modulo 2^256 of the SHA-256 of each line's UTF-8 text, as 64 hexadecimal digits. A line can be
 * taken out again, so that the hash of a large market follows its changes one by one. It tells markets apart that differ by accident; it
 * does not resist who looks for two with the same sum. (Such sums are studied by M. Bellare and D. Micciancio, A New Paradigm for
 * Collision-Free Hashing: Incrementality at Reduced Cost, 1997.)
 */
final class Fingerprint {

    private static final int WORDS = 4;

    /** The most significant word first. */
    private final long[] sum = new long[WORDS];

    private final MessageDigest digest = sha256();

    void add(String line) {
        ByteBuffer hash = hash(line);
        long carry = 0;
        for (int word = WORDS - 1; word >= 0; word--) {
            long more = hash.getLong(word * Long.BYTES);
            long added = sum[word] + more;
            long carried = Long.compareUnsigned(added, more) < 0 ? 1 : 0;
            sum[word] = added + carry;
            carry = carried + (carry == 1 && sum[word] == 0 ? 1 : 0);
        }
    }

    /** Takes out a line that was added. */
    void remove(String line) {
        ByteBuffer hash = hash(line);
        long borrow = 0;
        for (int word = WORDS - 1; word >= 0; word--) {
            long less = hash.getLong(word * Long.BYTES);
            long left = sum[word] - less;
            long borrowed = Long.compareUnsigned(sum[word], less) < 0 ? 1 : 0;
            sum[word] = left - borrow;
            borrow = borrowed + (borrow == 1 && left == 0 ? 1 : 0);
        }
    }

    String hex() {
        ByteBuffer bytes = ByteBuffer.allocate(WORDS * Long.BYTES);
        for (long word : sum) {
            bytes.putLong(word);
        }
        return HexFormat.of().formatHex(bytes.array());
    }

    private ByteBuffer hash(String line) {
        return ByteBuffer.wrap(digest.digest(line.getBytes(StandardCharsets.UTF_8)));
    }

    /** The SHA-256 of one text, by which a secret can be shown before it is told. */
    static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform.", e);
        }
    }
}
