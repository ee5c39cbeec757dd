package dev.talentpipeline.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CorrelationFilterTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final AtomicReference<Map<String, String>> logged = new AtomicReference<>();

    @Test
    void whatIsLoggedWhileARequestIsServedCarriesTheIdThatItsAnswerHas() throws Exception {
        request.addHeader("X-Correlation-Id", "walk-1");

        serve();

        assertThat(logged.get()).isEqualTo(Map.of(Correlation.MDC_KEY, "walk-1"));
        assertThat(response.getHeader("X-Correlation-Id")).isEqualTo("walk-1");
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void whatIsNoIdDoesNotGetIntoTheLog() throws Exception {
        request.addHeader("X-Correlation-Id", "王小明 13800000000");

        serve();

        assertThat(logged.get()).containsOnlyKeys(Correlation.MDC_KEY);
        assertThat(logged.get().get(Correlation.MDC_KEY))
                .isEqualTo(response.getHeader("X-Correlation-Id"))
                .matches("[0-9a-f-]{36}");
    }

    private void serve() throws Exception {
        new CorrelationFilter()
                .doFilter(
                        request,
                        response,
                        (asked, answered) -> logged.set(Objects.requireNonNull(MDC.getCopyOfContextMap())));
    }
}
