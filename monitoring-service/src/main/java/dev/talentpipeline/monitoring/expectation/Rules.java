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
 * What operations expects of the pipeline. A rule is declared here and nowhere else: list, page, file and metrics follow from it.
 */
public final class Rules {

    private static final String PROFILES = "student-profiles";
    private static final String OFFERS = "offers";
    private static final String PLACEMENTS = "placements";

    private static final Sign ERASED = event("erasures").by(About.PERSON);
    private static final Sign STUDENT_LEFT = event(PROFILES, "ACTIVE").not().newer(Newer.VERSION);

    public static final List<Rule> ALL = List.of(
            rule("profile-not-matched")
                    .says("已发布的学生档案尚未进入任何一轮匹配", "A student's profile is posted, and no matching round has seen it")
                    .begins(event(PROFILES, "ACTIVE"))
                    .follows(new Follows.Clearing())
                    .orEnds(STUDENT_LEFT, tombstone(PROFILES))
                    .under(Under.CLEARING)
                    .within(Duration.ofMinutes(2)),
            rule("internship-not-matched")
                    .says("已发布的实习岗位尚未进入任何一轮匹配", "An internship is posted, and no matching round has seen it")
                    .begins(event("internships", "OPEN"))
                    .follows(new Follows.Clearing())
                    .orEnds(event("internships", "OPEN").not().newer(Newer.VERSION), tombstone("internships"))
                    .under(Under.CLEARING)
                    .within(Duration.ofMinutes(2)),
            rule("proposal-unanswered")
                    .says("匹配推荐尚未得到处理", "A match proposal has no answer")
                    .begins(event("placement-offers"))
                    .follows(new Follows.Event(event(OFFERS)))
                    .orEnds(tombstone(OFFERS))
                    .within(Duration.ofMinutes(1)),
            rule("offer-not-told")
                    .says("已发出的录用意向尚未通知学生", "An offer is made, and the student has no notice")
                    .begins(event(OFFERS, "EXTENDED"))
                    .follows(
                            new Follows.Event(event("notices").by(About.SUBJECT).newer(Newer.TOLD_VERSION)))
                    .orEnds(event(OFFERS, "EXTENDED").not().newer(Newer.VERSION), tombstone(OFFERS), ERASED)
                    .within(Duration.ofMinutes(1)),
            rule("accepted-seat-in-market")
                    .says("学生已接受录用意向，名额仍在匹配中", "An offer is accepted, and its place is still in the matching")
                    .begins(event(OFFERS, "ACCEPTED", "CONFIRMED"))
                    .follows(new Follows.Reading("matching-service"))
                    .orEnds(event(OFFERS, "ACCEPTED", "CONFIRMED").not().newer(Newer.VERSION), tombstone(OFFERS))
                    .within(Duration.ofMinutes(1)),
            rule("deadline-passed")
                    .says("录用意向已过答复期限，仍未结束", "An offer is past its deadline, and still open")
                    .begins(event(OFFERS, "AWAITING_APPROVAL", "EXTENDED", "KEPT", "ACCEPTED"))
                    .from(Counts.DEADLINE)
                    .follows(new Follows.Event(event(OFFERS).newer(Newer.VERSION)))
                    .orEnds(tombstone(OFFERS))
                    .within(Duration.ofMinutes(2)),
            rule("notice-not-sent")
                    .says("通知邮件仍未发出", "A notice waits to be mailed")
                    .begins(event("notices", "WAITING"))
                    .follows(new Follows.Event(event("notices").newer(Newer.VERSION)))
                    .orEnds(ERASED)
                    .within(Duration.ofMinutes(10)),
            rule("student-without-contact")
                    .says(
                            "学生已参加招聘项目，但没有联系方式，无法收到通知",
                            "A student takes part without a contact, so no notice can be sent")
                    .begins(event(PROFILES, "ACTIVE"))
                    .follows(new Follows.Event(event("contacts").by(About.PERSON)))
                    .orEnds(STUDENT_LEFT, tombstone(PROFILES), ERASED)
                    .within(Duration.ofMinutes(1)),
            rule("erased-contact-remains")
                    .says("人员已删除，联系方式仍保留在消息主题中", "A person is erased, and their contact is still on its topic")
                    .begins(ERASED)
                    .given(event("contacts").by(About.PERSON))
                    .follows(new Follows.Event(tombstone("contacts").by(About.PERSON)))
                    .within(Duration.ofMinutes(5)),
            rule("confirmed-without-agreement")
                    .says("录用意向已确认，尚未起草协议", "An offer is confirmed, and nobody has drawn up its agreement")
                    .begins(event(OFFERS, "CONFIRMED"))
                    .follows(new Follows.Event(event(PLACEMENTS).by(About.OFFER)))
                    .orEnds(event(OFFERS, "CONFIRMED").not().newer(Newer.VERSION), tombstone(OFFERS))
                    .within(Duration.ofDays(14)),
            rule("internship-not-started")
                    .says("实习已到开始日期，仍未登记开始", "An internship's first day has come, and its start is not recorded")
                    .begins(event(PLACEMENTS, "AGREED"))
                    .from(Counts.START)
                    .follows(new Follows.Event(event(PLACEMENTS, "AGREED").not().newer(Newer.VERSION)))
                    .orEnds(tombstone(PLACEMENTS))
                    .within(Duration.ofDays(7)),
            rule("internship-not-ended")
                    .says("实习已到结束日期，仍未登记结束", "An internship's last day has passed, and its end is not recorded")
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
