package dev.talentpipeline.kit.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.kit.problem.Correlation;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemWriter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

class TracingFilterTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String ROUTE = "/api/v1/programmes/{programme}/students/{student}";

    private final CollectedSpans collected = new CollectedSpans();
    private final TracingFilter filter = new TracingFilter(collected.tracing());
    private final MockHttpServletRequest request =
            new MockHttpServletRequest("PUT", "/api/v1/programmes/demo/students/20230001");

    @Test
    void aRequestIsAStepOfTheTraceOfItsCallerAndWhatIsDoneForItKnowsThat() throws Exception {
        request.addHeader("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
        AtomicReference<String> within = new AtomicReference<>();

        filter.doFilter(request, new MockHttpServletResponse(), routed(201, within));

        SpanData span = collected.named("PUT " + ROUTE);
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(within.get()).isEqualTo("00-" + TRACE + "-" + span.getSpanId() + "-01");
        assertThat(TraceContexts.current()).isNull();
    }

    @Test
    void ofAnAddressTheRouteIsToldAndNothingThatSomebodyWrote() throws Exception {
        request.setQueryString("name=王小明");
        request.setParameter("name", "王小明");

        filter.doFilter(request, new MockHttpServletResponse(), routed(200, new AtomicReference<>()));

        assertThat(collected.spans())
                .singleElement()
                .satisfies(
                        span -> assertThat(span.toString()).contains(ROUTE).doesNotContain("20230001", "王小明", "demo/"));
    }

    @Test
    void aFaultIsToldAndARefusalIsNone() throws Exception {
        filter.doFilter(request, new MockHttpServletResponse(), routed(503, new AtomicReference<>()));
        assertThat(collected.spans().getLast().getStatus()).isEqualTo(StatusData.error());

        filter.doFilter(
                new MockHttpServletRequest("PUT", "/x"),
                new MockHttpServletResponse(),
                routed(409, new AtomicReference<>()));
        assertThat(collected.spans().getLast().getStatus()).isEqualTo(StatusData.unset());
    }

    @Test
    void whatIsThrownGoesOnAndOnlyItsTypeIsTold() {
        assertThatThrownBy(() -> filter.doFilter(request, new MockHttpServletResponse(), (in, out) -> {
                    throw new ServletException("student 20230001 is known already");
                }))
                .isInstanceOf(ServletException.class);

        assertThat(collected.spans())
                .singleElement()
                .satisfies(span -> assertThat(span.toString())
                        .contains("jakarta.servlet.ServletException")
                        .doesNotContain("20230001"));
    }

    @Test
    void aRefusalNamesTheTraceInWhichItHappened() throws Exception {
        request.addHeader("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
        MockHttpServletResponse response = new MockHttpServletResponse();
        ProblemWriter problems = new ProblemWriter(JsonMapper.shared());

        filter.doFilter(
                request,
                response,
                (asked, answered) -> problems.write(
                        Problem.of(HttpStatus.CONFLICT, "busy", "Offers change too fast."),
                        (HttpServletRequest) asked,
                        (HttpServletResponse) answered));

        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentAsString()).contains(TRACE);
        assertThat(request.getAttribute(Correlation.TRACE_ATTRIBUTE)).isEqualTo(TRACE);
    }

    @Test
    void probesAndFilesOfPagesAreNoSteps() throws Exception {
        for (String path : new String[] {"/actuator/health/readiness", "/css/console-1.css", "/webjars/x.js"}) {
            filter.doFilter(
                    new MockHttpServletRequest("GET", path),
                    new MockHttpServletResponse(),
                    routed(200, new AtomicReference<>()));
        }
        assertThat(collected.spans()).isEmpty();
    }

    private static FilterChain routed(int status, AtomicReference<String> within) {
        return (request, response) -> {
            request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, ROUTE);
            within.set(TraceContexts.current());
            ((HttpServletResponse) response).setStatus(status);
        };
    }
}
