package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.preference.RankedMarket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * Fingerprints by which a clearing can be compared with another one: SHA-256 over UTF-8 text, in lower-case hexadecimal.
 *
 * <p>The input is one line each, ended by a line feed, words parted by one space: first {@code programme ID VERSION}; then, sorted as
 * text, {@code student ID VERSION} for every student who takes part, {@code internship ID VERSION FREE} with the free seats for
 * every internship that takes part, and {@code apart STUDENT INTERNSHIP BARRED|WAITING} for every pair of these that is kept apart. A
 * version stands for all facts, since equal versions have equal facts. The result is {@code STUDENT INTERNSHIP} for every matched
 * pair, sorted as text. The seed is hashed as it is.
 */
public final class Hashes {

    private Hashes() {}

    static String ofInput(RankedMarket ranked) {
        Market market = ranked.market();
        TreeSet<String> lines = new TreeSet<>();
        for (int student = 0; student < ranked.students(); student++) {
            if (ranked.seeks(student)) {
                lines.add("student " + ranked.student(student).id() + " "
                        + ranked.student(student).version());
            }
        }
        int[] freeSeats = ranked.freeSeats();
        for (int internship = 0; internship < freeSeats.length; internship++) {
            if (ranked.takesPart(internship)) {
                lines.add("internship " + ranked.internship(internship).id() + " "
                        + ranked.internship(internship).version() + " " + freeSeats[internship]);
            }
        }
        market.apart().forEach((pair, why) -> {
            if (takePart(ranked, pair)) {
                lines.add("apart " + pair.studentId() + " " + pair.internshipId() + " " + why);
            }
        });
        List<String> text = new ArrayList<>();
        text.add("programme " + market.programme().id() + " "
                + market.programme().version());
        text.addAll(lines);
        return ofLines(text);
    }

    private static boolean takePart(RankedMarket ranked, Pair pair) {
        var student = ranked.studentIndex(pair.studentId());
        var internship = ranked.internshipIndex(pair.internshipId());
        return student.isPresent()
                && internship.isPresent()
                && ranked.seeks(student.getAsInt())
                && ranked.takesPart(internship.getAsInt());
    }

    static String ofResult(Collection<Pair> pairs) {
        TreeSet<String> lines = new TreeSet<>();
        for (Pair pair : pairs) {
            lines.add(pair.studentId() + " " + pair.internshipId());
        }
        return ofLines(lines);
    }

    /** The hash of a seed, which may be shown before the seed is. */
    public static String ofSeed(String seed) {
        return HexFormat.of().formatHex(sha256().digest(seed.getBytes(StandardCharsets.UTF_8)));
    }

    private static String ofLines(Collection<String> lines) {
        MessageDigest digest = sha256();
        for (String line : lines) {
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform.", e);
        }
    }
}
