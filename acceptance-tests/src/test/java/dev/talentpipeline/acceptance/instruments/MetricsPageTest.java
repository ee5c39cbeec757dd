package dev.talentpipeline.acceptance.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsPageTest {

    private static final String EXPOSED = """
            # HELP talentpipeline_mails_total Mails that left
            # TYPE talentpipeline_mails_total counter
            talentpipeline_mails_total{outcome="sent"} 3.0
            # HELP talentpipeline_clearings_seconds Clearings
            # TYPE talentpipeline_clearings_seconds histogram
            talentpipeline_clearings_seconds_bucket{le="0.1"} 1
            talentpipeline_clearings_seconds_count 1
            # HELP jvm_info JVM version info
            # TYPE jvm_info gauge
            jvm_info{vendor="a \\"b\\"",version="25"} 1
            # HELP process_cpu_usage Processor
            # TYPE process_cpu_usage gauge
            process_cpu_usage 0.1
            """;

    private static final String PAGE = """
            # Metrics

            | metric | type | unit | labels | meaning | exposed by |
            |---|---|---|---|---|---|
            | `talentpipeline_clearings_seconds` | histogram | seconds |  | Clearings | a |
            | `talentpipeline_mails_total` | counter |  | `outcome` | Mails that left | a |

            | metric | type | unit | labels | meaning | exposed by |
            |---|---|---|---|---|---|
            | `jvm_info` | gauge |  | `vendor`, `version` | JVM version info | a |

            End.
            """;

    @Test
    void aPageThatSaysWhatIsExposedIsAsItShouldBe() {
        assertThat(new MetricsPage(PAGE).asExposed(Map.of("a", Metric.in(EXPOSED))))
                .isEqualTo(PAGE);
    }

    @Test
    void whatIsMissingOnThePageAndWhatNobodyExposesAreBothSeen() {
        String withoutOne = PAGE.replaceFirst("(?m)^\\| `talentpipeline_mails_total.*\\n", "");
        assertThat(new MetricsPage(withoutOne).asExposed(Map.of("a", Metric.in(EXPOSED))))
                .isEqualTo(PAGE);

        String withOneMore = PAGE.replace(
                "| `talentpipeline_mails_total`",
                "| `talentpipeline_gone_total` | counter |  |  | Gone | a |\n| `talentpipeline_mails_total`");
        assertThat(new MetricsPage(withOneMore).asExposed(Map.of("a", Metric.in(EXPOSED))))
                .isEqualTo(PAGE);

        assertThat(new MetricsPage(PAGE).asExposed(Map.of("b", Metric.in(EXPOSED))))
                .isNotEqualTo(PAGE);
    }

    @Test
    void oneNameForTwoThingsIsRefused() {
        List<Metric> other = Metric.in(EXPOSED.replace("Mails that left", "Mails that came"));
        assertThatThrownBy(() -> new MetricsPage(PAGE).asExposed(Map.of("a", Metric.in(EXPOSED), "b", other)))
                .hasMessageContaining("talentpipeline_mails_total");
    }
}
