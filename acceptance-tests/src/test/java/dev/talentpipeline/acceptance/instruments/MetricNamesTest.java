package dev.talentpipeline.acceptance.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricNamesTest {

    @Test
    void findsEveryMetricAndNothingElse() {
        assertThat(MetricNames.in("""
                sum by (job, topic) (rate(events_total{outcome=~"a|b", job="x"}[10m])) / on (job) group_left (x)
                  sum(increase(other_total[5m])) > 0.2 and up == 1 unless max(up offset 5m) or vector(1)
                """)).containsExactly("events_total", "other_total", "up");
    }
}
