package dev.talentpipeline.internship.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.talentpipeline.internship.change.ChangeFeed.Bounds;
import dev.talentpipeline.internship.change.ChangeFeed.Told;
import dev.talentpipeline.internship.change.Subscription.Next;
import dev.talentpipeline.internship.refusal.RefusedException;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final Caller OPERATIONS = new Caller("ops", Set.of(Role.OPERATIONS), "operations", null, null, null);

    private final ChangeFeed feed = new ChangeFeed(new Bounds(3, 100, 3, 2, 3), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aFollowerWhoTakesNothingIsAskedToReadAnewAndGoesOnFromThere() throws Exception {
        Subscription slow = follow(new From.Now());
        feed.tell(changes(1, 4));
        feed.tell(changes(5, 5));

        assertThat(slow.next(Duration.ZERO)).isEqualTo(new Next.Reset(5));
        assertThat(slow.next(Duration.ZERO)).isEqualTo(new Next.Quiet(5));
        feed.tell(changes(6, 6));
        assertThat(slow.next(Duration.ZERO)).isEqualTo(new Next.Changed(change(6)));
    }

    @Test
    void whatWaitsIsToldBeforeItsPositionIsGivenAway() throws Exception {
        Subscription follower = follow(new From.Now());
        feed.tell(changes(1, 2));

        assertThat(all(follower))
                .containsExactly(new Next.Changed(change(1)), new Next.Changed(change(2)), new Next.Quiet(2));
    }

    @Test
    void whoComesBackIsToldWhatIsKeptAndWhoIsTooLateReadsAnew() throws Exception {
        feed.begin(List.of(told(1, -600), told(2, -60), told(3, -50)), true);

        assertThat(all(follow(new From.Position(2))))
                .containsExactly(new Next.Changed(change(2)), new Next.Changed(change(3)), new Next.Quiet(3));
        assertThat(all(follow(new From.Time(NOW.minusSeconds(49)))))
                .containsExactly(new Next.Changed(change(3)), new Next.Quiet(3));
    }

    @Test
    void theLastThatIsNotKeptIsStillAPlaceToGoOnFromAndWhatCameBeforeItIsNone() throws Exception {
        feed.tell(changes(1, 5));

        assertThat(all(follow(new From.Position(2))))
                .containsExactly(
                        new Next.Changed(change(3)),
                        new Next.Changed(change(4)),
                        new Next.Changed(change(5)),
                        new Next.Quiet(5));
        assertThat(all(follow(new From.Position(1)))).containsExactly(new Next.Reset(5), new Next.Quiet(5));
    }

    @Test
    void afterMoreThanIsToldOneByOneEverybodyReadsAnew() throws Exception {
        Subscription follower = follow(new From.Now());
        feed.tell(changes(1, 1));
        feed.skipTo(6_000);

        assertThat(all(follower)).containsExactly(new Next.Reset(6_000), new Next.Quiet(6_000));
        assertThat(all(follow(new From.Position(6_000)))).containsExactly(new Next.Quiet(6_000));
    }

    @Test
    void ofAnAccountThatHasAsManyAsItMayTheOldestGoes() throws Exception {
        Subscription first = follow(new From.Now());
        Subscription second = follow(new From.Now());
        feed.tell(changes(1, 1));

        Subscription third = follow(new From.Now());

        assertThat(first.next(Duration.ZERO)).isEqualTo(new Next.Displaced());
        assertThat(feed.following()).isEqualTo(2);
        feed.tell(changes(2, 2));
        assertThat(all(second))
                .containsExactly(new Next.Changed(change(1)), new Next.Changed(change(2)), new Next.Quiet(2));
        assertThat(all(third)).containsExactly(new Next.Changed(change(2)), new Next.Quiet(2));
    }

    @Test
    void theServiceHasSoManyStreamsAndOneThatIsLeftIsFree() {
        Subscription first = follow(new From.Now());
        follow(new From.Now());
        Caller other = new Caller("ops-2", Set.of(Role.OPERATIONS), "operations", null, null, null);
        feed.follow(other, "p", new Sight(other, true), new From.Now());

        refuses(other);
        first.close();
        first.close();
        assertThat(feed.following()).isEqualTo(2);
        feed.follow(other, "p", new Sight(other, true), new From.Now());
        refuses(new Caller("ops-3", Set.of(Role.OPERATIONS), "operations", null, null, null));
    }

    @Test
    void whoFollowsAServiceThatStopsIsLetGo() throws Exception {
        Subscription follower = follow(new From.Now());
        feed.stop();

        assertThat(follower.next(Duration.ofSeconds(10))).isEqualTo(new Next.Over());
        assertThat(follow(new From.Now()).next(Duration.ofSeconds(10))).isEqualTo(new Next.Over());
    }

    private void refuses(Caller caller) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> feed.follow(caller, "p", new Sight(caller, true), new From.Now()));
    }

    private Subscription follow(From from) {
        return feed.follow(OPERATIONS, "p", new Sight(OPERATIONS, true), from);
    }

    /** What it says until there is nothing more. */
    private static List<Next> all(Subscription subscription) throws InterruptedException {
        List<Next> all = new ArrayList<>();
        do {
            all.add(subscription.next(Duration.ZERO));
        } while (!(all.getLast() instanceof Next.Quiet));
        return all;
    }

    private static List<Change> changes(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(ChangeFeedTest::change)
                .toList();
    }

    private static Change change(long position) {
        return new Change(position, "p", ChangedKind.OFFER, "o" + position, 1, "EXTENDED", null, null, null);
    }

    private static Told told(long position, int seconds) {
        return new Told(NOW.plusSeconds(seconds), change(position));
    }
}
