package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.engine.assignment.RollingMarket;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.market.Versions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the next clearing reads, as counts and as a {@link Fingerprint}, kept up with every change: before something about a member changes,
 * its line is taken out, and afterwards put in again. The lines are
 *
 * <pre>
 *  programme ID VERSION
 *  student ID VERSION            every student in the market: active, with consent, without a seat
 *  internship ID VERSION FREE    every internship that takes new students, with its free seats
 *  apart STUDENT INTERNSHIP      every pair that is kept apart
 *  kept STUDENT INTERNSHIP       every seat that its student keeps while waiting for something better
 * </pre>
 *
 * A version stands for all facts, since equal versions have equal facts.
 */
final class ClearingInput {

    private final Programme programme;
    private final RollingMarket market;
    private final Fingerprint fingerprint = new Fingerprint();

    /** By slot; null: nothing is known. */
    private @Nullable Student[] students = new Student[64];

    private @Nullable Internship[] internships = new Internship[64];
    private int seeking;
    private int withFreeSeats;
    private long freeSeats;

    ClearingInput(Programme programme, RollingMarket market) {
        this.programme = programme;
        this.market = market;
        fingerprint.add("programme " + programme.id() + " " + programme.version());
    }

    @Nullable Student student(int slot) {
        return slot < students.length ? students[slot] : null;
    }

    @Nullable Internship internship(int slot) {
        return slot < internships.length ? internships[slot] : null;
    }

    void student(int slot, @Nullable Student facts) {
        if (slot >= students.length) {
            students = Arrays.copyOf(students, Math.max(slot + 1, students.length * 2));
        }
        students[slot] = facts;
    }

    void internship(int slot, @Nullable Internship facts) {
        if (slot >= internships.length) {
            internships = Arrays.copyOf(internships, Math.max(slot + 1, internships.length * 2));
        }
        internships[slot] = facts;
    }

    Versions versions(Student student, Internship internship) {
        return new Versions(programme.version(), student.version(), internship.version());
    }

    /** Takes out what was said of a student. */
    void retractStudent(int slot) {
        Student facts = slot == Members.NOBODY ? null : student(slot);
        if (facts != null && market.isFree(slot)) {
            seeking--;
            fingerprint.remove(line(facts));
        }
    }

    /** Says of a student what holds now. */
    void stateStudent(int slot) {
        Student facts = slot == Members.NOBODY ? null : student(slot);
        if (facts != null && market.isFree(slot)) {
            seeking++;
            fingerprint.add(line(facts));
        }
    }

    void retractInternship(int slot) {
        Internship facts = slot == Members.NOBODY ? null : internship(slot);
        if (facts != null && market.facts().isOpen(slot)) {
            int free = market.freeSeats(slot);
            withFreeSeats -= free > 0 ? 1 : 0;
            freeSeats -= free;
            fingerprint.remove(line(facts, free));
        }
    }

    void stateInternship(int slot) {
        Internship facts = slot == Members.NOBODY ? null : internship(slot);
        if (facts != null && market.facts().isOpen(slot)) {
            int free = market.freeSeats(slot);
            withFreeSeats += free > 0 ? 1 : 0;
            freeSeats += free;
            fingerprint.add(line(facts, free));
        }
    }

    void keptApart(Pair pair) {
        fingerprint.add(line(pair));
    }

    void broughtTogether(Pair pair) {
        fingerprint.remove(line(pair));
    }

    /** A student keeps a seat, or no longer does. */
    void kept(Pair pair, boolean keeps) {
        String line = "kept " + pair.studentId() + " " + pair.internshipId();
        if (keeps) {
            fingerprint.add(line);
        } else {
            fingerprint.remove(line);
        }
    }

    private static String line(Student facts) {
        return "student " + facts.id() + " " + facts.version();
    }

    private static String line(Internship facts, int free) {
        return "internship " + facts.id() + " " + facts.version() + " " + free;
    }

    private static String line(Pair pair) {
        return "apart " + pair.studentId() + " " + pair.internshipId();
    }

    /** Students in the market. */
    int seeking() {
        return seeking;
    }

    /** Internships with a free seat. */
    int withFreeSeats() {
        return withFreeSeats;
    }

    int freeSeats() {
        return (int) Math.min(Integer.MAX_VALUE, freeSeats);
    }

    String hash() {
        return fingerprint.hex();
    }
}
