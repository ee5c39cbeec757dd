package dev.talentpipeline.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.kit.limit.Quota.Taken;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Quota quota = new Quota("account", 3, Duration.ofSeconds(10), nanos::get);

    @Test
    void aWindowGivesItsRequestsAndTheNextOneGivesThemAgain() {
        assertThat(quota.take("a")).isEqualTo(new Taken(true, 2, 10));
        after(Duration.ofMillis(2_500));
        assertThat(quota.take("a")).isEqualTo(new Taken(true, 1, 8));
        assertThat(quota.take("a")).isEqualTo(new Taken(true, 0, 8));
        assertThat(quota.take("a")).isEqualTo(new Taken(false, 0, 8));
        after(Duration.ofMillis(7_499));
        assertThat(quota.take("a")).isEqualTo(new Taken(false, 0, 1));
        after(Duration.ofMillis(1));
        assertThat(quota.take("a")).isEqualTo(new Taken(true, 2, 10));
    }

    @Test
    void whatSomebodyTakesIsNobodyElses() {
        for (int i = 0; i < 4; i++) {
            quota.take("a");
        }
        assertThat(quota.take("b")).isEqualTo(new Taken(true, 2, 10));
        assertThat(quota.take("a").granted()).isFalse();
    }

    @Test
    void isToldAsTheDraftWritesIt() {
        assertThat(quota.policy()).isEqualTo("\"account\";q=3;w=10");
        assertThat(quota.state(quota.take("a"))).isEqualTo("\"account\";r=2;t=10");
    }

    @Test
    void settingsThatCannotBeToldAreRefused() {
        assertThatThrownBy(() -> new RateLimitSettings(1, 1, Duration.ofMillis(1_500)))
                .hasMessageContaining("window (PT1.5S) must be whole seconds");
        assertThatThrownBy(() -> new RateLimitSettings(-1, 1, Duration.ofSeconds(1)))
                .hasMessageContaining("must not be negative");
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
