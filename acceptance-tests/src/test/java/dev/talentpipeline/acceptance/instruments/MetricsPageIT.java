package dev.talentpipeline.acceptance.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The page of metrics says of each what the running services say of it, and has none that no service exposes. */
class MetricsPageIT {

    private static final Path AS_EXPOSED = Path.of("target/metrics.md");

    @Test
    void thePageHasWhatTheServicesExposeAndNothingElse() throws IOException {
        String page = Checkout.read(Checkout.METRICS_PAGE);

        String exposed = new MetricsPage(page).asExposed(exposed());
        Files.createDirectories(AS_EXPOSED.toAbsolutePath().getParent());
        Files.writeString(AS_EXPOSED, exposed);

        assertThat(page)
                .as("docs/metrics.md; if what differs is meant, cp acceptance-tests/target/metrics.md docs/metrics.md")
                .isEqualTo(exposed);
    }

    private static Map<String, List<Metric>> exposed() {
        Map<String, List<Metric>> exposed = new TreeMap<>();
        RunningServices.all()
                .forEach((service, address) -> exposed.put(service, Metric.in(RunningServices.metrics(address))));
        return exposed;
    }
}
