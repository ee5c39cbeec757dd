package dev.talentpipeline.monitoring.expectation;

import static dev.talentpipeline.monitoring.expectation.Sign.event;
import static dev.talentpipeline.monitoring.expectation.Sign.tombstone;

import dev.talentpipeline.monitoring.expectation.Rule.Counts;
import dev.talentpipeline.monitoring.expectation.Rule.Follows;
import dev.talentpipeline.monitoring.expectation.Rule.Under;
import dev.talentpipeline.monitoring.expectation.Rule.Words;
import dev.talentpipeline.monitoring.expectation.Sign.About;
import dev.talentpipeline.monitoring.expectation.Sign.Newer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What operations expects of the pipeline. A rule is declared here and nowhere else: list, page, file and metrics follow from it. Its sentence says what must
 * be, not what has gone wrong: it stands above what is still in time, too.
 */
public final class Rules {

    private static final String PROFILES = "student-profiles";
    private static final String OFFERS = "offers";
    private static final String PLACEMENTS = "placements";

    private static final Sign ERASED = event("erasures").by(About.PERSON);
    private static final Sign STUDENT_LEFT = event(PROFILES, "ACTIVE").not().newer(Newer.VERSION);

    public static final List<Rule> ALL = List.of(
            rule("profile-not-matched")
                    .says("学生档案发布后，须进入一轮匹配", "Once posted, a student's profile is seen by a matching round")
                    .begins(event(PROFILES, "ACTIVE"))
                    .follows(new Follows.Clearing())
                    .orEnds(STUDENT_LEFT, tombstone(PROFILES))
                    .under(Under.CLEARING)
                    .within(Duration.ofMinutes(2)),
            rule("internship-not-matched")
                    .says("实习岗位发布后，须进入一轮匹配", "Once posted, an internship is seen by a matching round")
                    .begins(event("internships", "OPEN"))
                    .follows(new Follows.Clearing())
                    .orEnds(event("internships", "OPEN").not().newer(Newer.VERSION), tombstone("internships"))
                    .under(Under.CLEARING)
                    .within(Duration.ofMinutes(2)),
            rule("proposal-unanswered")
                    .says("匹配推荐须得到处理", "A match proposal is answered")
                    .begins(event("placement-offers"))
                    .follows(new Follows.Event(event(OFFERS)))
                    .orEnds(tombstone(OFFERS))
                    .within(Duration.ofMinutes(1)),
            rule("offer-not-told")
                    .says("录用意向发出后，须通知学生", "Once an offer is made, the student has a notice of it")
                    .begins(event(OFFERS, "EXTENDED"))
                    .follows(
                            new Follows.Event(event("notices").by(About.SUBJECT).newer(Newer.TOLD_VERSION)))
                    .orEnds(event(OFFERS, "EXTENDED").not().newer(Newer.VERSION), tombstone(OFFERS), ERASED)
                    .within(Duration.ofMinutes(1)),
            rule("accepted-seat-in-market")
                    .says("学生接受录用意向后，名额须退出匹配", "Once an offer is accepted, its place leaves the matching")
                    .begins(event(OFFERS, "ACCEPTED", "CONFIRMED"))
                    .follows(new Follows.Reading("matching-service"))
                    .orEnds(event(OFFERS, "ACCEPTED", "CONFIRMED").not().newer(Newer.VERSION), tombstone(OFFERS))
                    .within(Duration.ofMinutes(1)),
            rule("deadline-passed")
                    .says("录用意向到答复期限后，须予结束", "Once past its deadline, an offer ends")
                    .begins(event(OFFERS, "AWAITING_APPROVAL", "EXTENDED", "KEPT", "ACCEPTED"))
                    .from(Counts.DEADLINE)
                    .follows(new Follows.Event(event(OFFERS).newer(Newer.VERSION)))
                    .orEnds(tombstone(OFFERS))
                    .within(Duration.ofMinutes(2)),
            rule("notice-not-sent")
                    .says("通知邮件须发出", "A notice is mailed")
                    .begins(event("notices", "WAITING"))
                    .follows(new Follows.Event(event("notices").newer(Newer.VERSION)))
                    .orEnds(ERASED)
                    .within(Duration.ofMinutes(10)),
            rule("student-without-contact")
                    .says("参加招聘项目的学生须有联系方式，以便通知", "A student who takes part has a contact, so that notices can be sent")
                    .begins(event(PROFILES, "ACTIVE"))
                    .follows(new Follows.Event(event("contacts").by(About.PERSON)))
                    .orEnds(STUDENT_LEFT, tombstone(PROFILES), ERASED)
                    .within(Duration.ofMinutes(1)),
            rule("erased-contact-remains")
                    .says("人员删除后，其联系方式须从消息主题中移除", "Once a person is erased, their contact leaves its topic")
                    .begins(ERASED)
                    .given(event("contacts").by(About.PERSON))
                    .follows(new Follows.Event(tombstone("contacts").by(About.PERSON)))
                    .within(Duration.ofMinutes(5)),
            rule("confirmed-without-agreement")
                    .says("录用意向确认后，须起草协议", "Once an offer is confirmed, its agreement is drawn up")
                    .begins(event(OFFERS, "CONFIRMED"))
                    .follows(new Follows.Event(event(PLACEMENTS).by(About.OFFER)))
                    .orEnds(event(OFFERS, "CONFIRMED").not().newer(Newer.VERSION), tombstone(OFFERS))
                    .within(Duration.ofDays(14)),
            rule("internship-not-started")
                    .says("实习到开始日期后，须登记开始", "Once an internship's first day has come, its start is recorded")
                    .begins(event(PLACEMENTS, "AGREED"))
                    .from(Counts.START)
                    .follows(new Follows.Event(event(PLACEMENTS, "AGREED").not().newer(Newer.VERSION)))
                    .orEnds(tombstone(PLACEMENTS))
                    .within(Duration.ofDays(7)),
            rule("internship-not-ended")
                    .says("实习到结束日期后，须登记结束", "Once an internship's last day has passed, its end is recorded")
                    .begins(event(PLACEMENTS, "STARTED"))
                    .from(Counts.END)
                    .follows(
                            new Follows.Event(event(PLACEMENTS, "STARTED").not().newer(Newer.VERSION)))
                    .orEnds(tombstone(PLACEMENTS))
                    .within(Duration.ofDays(14)));

    private Rules() {}

    public static Optional<Rule> named(String name) {
        return ALL.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    private static Declaring rule(String name) {
        return new Declaring(name);
    }

    /** A rule as it is being declared. */
    private static final class Declaring {

        private final String name;
        private Words words = new Words("", "");
        private Sign begins = event("");
        private Counts counts = Counts.WRITTEN;
        private @Nullable Sign given;
        private Follows follows = new Follows.Clearing();
        private List<Sign> ends = List.of();
        private Under under = Under.ALWAYS;

        private Declaring(String name) {
            this.name = name;
        }

        private Declaring says(String zh, String en) {
            words = new Words(zh, en);
            return this;
        }

        private Declaring begins(Sign sign) {
            begins = sign;
            return this;
        }

        private Declaring from(Counts moment) {
            counts = moment;
            return this;
        }

        private Declaring given(Sign sign) {
            given = sign;
            return this;
        }

        private Declaring follows(Follows what) {
            follows = what;
            return this;
        }

        private Declaring orEnds(Sign... signs) {
            ends = List.of(signs);
            return this;
        }

        private Declaring under(Under condition) {
            under = condition;
            return this;
        }

        /** A moment that an event names may be another in the next event of the same thing. */
        private Rule within(Duration duration) {
            return new Rule(
                    name, words, begins, counts, counts != Counts.WRITTEN, given, follows, ends, under, duration);
        }
    }
}
