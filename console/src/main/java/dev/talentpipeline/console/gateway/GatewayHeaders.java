package dev.talentpipeline.console.gateway;

import dev.talentpipeline.console.identity.security.CallerAuthorization;
import dev.talentpipeline.kit.tracing.TraceContexts;
import java.util.List;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/**
 * What is changed on the way, beyond the hop-by-hop and forwarding headers that the gateway removes by itself: the session
 * stays here, and the services see a bearer token in its place; they go on with the step of the trace that is done here.
 */
@Configuration(proxyBeanMethods = false)
class GatewayHeaders {

    private static final List<String> OF_THE_SESSION = List.of(HttpHeaders.COOKIE, "X-CSRF-TOKEN", "X-Real-IP");

    @Bean
    RequestHttpHeadersFilter bearerInsteadOfSession(CallerAuthorization authorization) {
        return (headers, request) -> {
            HttpHeaders sentOn = new HttpHeaders();
            sentOn.putAll(headers);
            OF_THE_SESSION.forEach(sentOn::remove);
            // Spring adds a charset that the caller did not name.
            String contentType = request.servletRequest().getHeader(HttpHeaders.CONTENT_TYPE);
            if (contentType != null) {
                sentOn.set(HttpHeaders.CONTENT_TYPE, contentType);
            }
            String trace = TraceContexts.current();
            if (trace != null) {
                sentOn.set(TraceContexts.HEADER, trace);
            }
            authorization
                    .of(request.servletRequest())
                    .ifPresentOrElse(
                            value -> sentOn.set(HttpHeaders.AUTHORIZATION, value),
                            () -> sentOn.remove(HttpHeaders.AUTHORIZATION));
            return sentOn;
        };
    }

    /** No service may touch the session of the origin it is shown under. */
    @Bean
    ResponseHttpHeadersFilter noCookiesOfServices() {
        return (headers, response) -> {
            HttpHeaders sentBack = new HttpHeaders();
            sentBack.putAll(headers);
            sentBack.remove(HttpHeaders.SET_COOKIE);
            return sentBack;
        };
    }
}
