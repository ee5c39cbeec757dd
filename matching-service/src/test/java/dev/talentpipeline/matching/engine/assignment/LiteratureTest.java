package dev.talentpipeline.matching.engine.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Instances whose stable matchings are published. */
class LiteratureTest {

    /** D. Gale, L. S. Shapley: College Admissions and the Stability of Marriage (1962), example 1. */
    @Test
    void givesEverySideItsFirstChoicesInGaleAndShapleysFirstExample() {
        ListMarket market = new ListMarket()
                .student("α", "A", "B", "C")
                .student("β", "B", "C", "A")
                .student("γ", "C", "A", "B")
                .internship("A", 1, "β", "γ", "α")
                .internship("B", 1, "γ", "α", "β")
                .internship("C", 1, "α", "β", "γ");

        assertThat(market.studentOptimal()).isEqualTo(Map.of("α", "A", "β", "B", "γ", "C"));
        assertThat(market.internshipOptimal()).isEqualTo(Map.of("α", "C", "β", "A", "γ", "B"));
        assertThat(market.allStable()).hasSize(3);
    }

    /** The same paper, example 2: one stable matching only, in which nobody gets a first choice. */
    @Test
    void findsTheOnlyStableMatchingOfGaleAndShapleysSecondExample() {
        ListMarket market = new ListMarket()
                .student("α", "A", "B", "C", "D")
                .student("β", "A", "D", "C", "B")
                .student("γ", "B", "A", "C", "D")
                .student("δ", "D", "B", "C", "A")
                .internship("A", 1, "δ", "γ", "α", "β")
                .internship("B", 1, "β", "δ", "α", "γ")
                .internship("C", 1, "δ", "α", "β", "γ")
                .internship("D", 1, "γ", "β", "α", "δ");
        Map<String, String> only = Map.of("α", "C", "β", "D", "γ", "A", "δ", "B");

        assertThat(market.allStable()).singleElement().isEqualTo(only);
        assertThat(market.studentOptimal()).isEqualTo(only);
        assertThat(market.internshipOptimal()).isEqualTo(only);
    }

    /** National Resident Matching Program: Run a Match. Five applicants, three programmes of two positions. */
    @Test
    void placesTheApplicantsOfTheNrmpExampleAsPublished() {
        ListMarket market = new ListMarket()
                .student("Anderson", "City")
                .student("Chen", "City", "Mercy")
                .student("Ford", "City", "General", "Mercy")
                .student("Davis", "Mercy", "City", "General")
                .student("Eastman", "City", "Mercy", "General")
                .internship("Mercy", 2, "Chen", "Ford")
                .internship("City", 2, "Eastman", "Anderson", "Chen", "Davis", "Ford")
                .internship("General", 2, "Eastman", "Anderson", "Ford", "Davis");

        assertThat(market.studentOptimal())
                .isEqualTo(Map.of(
                        "Anderson", "City", "Eastman", "City", "Chen", "Mercy", "Ford", "General", "Davis", "General"));
    }

    /** D. Knuth, Mariages stables (1976); D. Gusfield, R. Irving, The Stable Marriage Problem (1989): ten stable matchings. */
    @Test
    void findsBothEndsOfKnuthsLatticeOfTen() {
        ListMarket market = new ListMarket()
                .student("1", "A", "B", "C", "D")
                .student("2", "B", "A", "D", "C")
                .student("3", "C", "D", "A", "B")
                .student("4", "D", "C", "B", "A")
                .internship("A", 1, "4", "3", "2", "1")
                .internship("B", 1, "3", "4", "1", "2")
                .internship("C", 1, "2", "1", "4", "3")
                .internship("D", 1, "1", "2", "3", "4");

        assertThat(market.allStable()).hasSize(10);
        assertThat(market.studentOptimal()).isEqualTo(Map.of("1", "A", "2", "B", "3", "C", "4", "D"));
        assertThat(market.internshipOptimal()).isEqualTo(Map.of("1", "D", "2", "C", "3", "B", "4", "A"));
    }

    @Test
    void leavesOutWhomTheOtherSideDoesNotName() {
        ListMarket market = new ListMarket()
                .student("s1", "i1", "i2")
                .student("s2", "i1")
                .internship("i1", 1, "s2")
                .internship("i2", 1);

        assertThat(market.studentOptimal()).isEqualTo(Map.of("s2", "i1"));
        assertThat(market.internshipOptimal()).isEqualTo(Map.of("s2", "i1"));
    }

    @Test
    void givesNothingWhereNoSeatIsFree() {
        ListMarket market = new ListMarket().student("s1", "i1").internship("i1", 0, "s1");

        assertThat(market.studentOptimal()).isEmpty();
        assertThat(market.internshipOptimal()).isEmpty();
    }
}
