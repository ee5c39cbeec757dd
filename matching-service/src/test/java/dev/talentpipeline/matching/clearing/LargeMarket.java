package dev.talentpipeline.matching.clearing;

import static dev.talentpipeline.matching.market.InternshipFixture.internship;
import static dev.talentpipeline.matching.market.StudentFixture.student;

import dev.talentpipeline.matching.market.InternshipFixture;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.MarketFixture;
import dev.talentpipeline.matching.market.StudentFixture;
import java.util.Random;

/** Seeded markets of a given size, with skills, regions and topics spread as they are in a real one. */
final class LargeMarket {

    private static final String[] REGIONS = {"CN-BJ", "CN-SH", "CN-GD", "CN-ZJ", "CN-JS", "CN-SC"};

    private LargeMarket() {}

    static Market of(int students, int internships, long seed) {
        Random random = new Random(seed);
        MarketFixture market = MarketFixture.market();
        for (int i = 0; i < internships; i++) {
            InternshipFixture internship = internship("i" + i)
                    .seats(1 + random.nextInt(20))
                    .occupation("occupation-" + random.nextInt(30))
                    .region(REGIONS[random.nextInt(REGIONS.length)], random.nextInt(4) == 0)
                    .requires("skill-" + random.nextInt(20), 1 + random.nextInt(3))
                    .likes("skill-" + random.nextInt(100), "skill-x" + random.nextInt(100))
                    .researchTopics("topic " + random.nextInt(60))
                    .stipend(3000 + 500 * random.nextInt(10));
            market.with(internship);
        }
        for (int s = 0; s < students; s++) {
            StudentFixture student = student("s" + s)
                    .regions(REGIONS[random.nextInt(REGIONS.length)], REGIONS[random.nextInt(REGIONS.length)])
                    .remote(random.nextBoolean())
                    .occupations("occupation-" + random.nextInt(30))
                    .researchTopics("topic " + random.nextInt(60))
                    .minimumStipend(3000 + 500 * random.nextInt(4));
            for (int skill = 0; skill < 12; skill++) {
                student.skill("skill-" + random.nextInt(skill < 8 ? 20 : 100), 1 + random.nextInt(5));
            }
            market.with(student);
        }
        return market.build();
    }
}
