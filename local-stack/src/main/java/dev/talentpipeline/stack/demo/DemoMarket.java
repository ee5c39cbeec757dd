package dev.talentpipeline.stack.demo;

import java.time.Clock;
import java.time.Year;
import java.util.List;

/**
 * The market of the demo programme: {@value #INTERNSHIPS} internships of eight companies and {@value #STUDENTS}
 * students of four universities, all invented. The same seed and year give the same market, to the last letter.
 */
public record DemoMarket(List<DemoInternship> internships, List<DemoStudent> students) {

    public static final int INTERNSHIPS = 150;
    public static final int STUDENTS = 500;

    private static final long SEED = 106;

    /** The market that the stack is shown with: that of the calendar year after the clock's. */
    public static DemoMarket ofNextYear(Clock clock) {
        return generate(SEED, Year.now(clock).plusYears(1));
    }

    /** The market of a calendar year: every internship begins in it, and students are free in it. */
    public static DemoMarket generate(long seed, Year year) {
        DemoData data = DemoData.read();
        Season season = new Season(year);
        InternshipDraft openings = new InternshipDraft(data, season, seed);
        List<DemoInternship> internships = data.members().companies().stream()
                .flatMap(openings::internshipsOf)
                .toList();
        StudentDraft profiles = new StudentDraft(data, season, internships, seed);
        List<DemoStudent> students = data.members().universities().stream()
                .flatMap(profiles::studentsOf)
                .toList();
        return new DemoMarket(internships, students);
    }
}
