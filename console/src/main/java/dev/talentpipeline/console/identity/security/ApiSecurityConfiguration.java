package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.problem.Problem;
import dev.talentpipeline.console.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * Who may pass to the services. A bearer token passes unread, because each service checks it itself and a second opinion here
 * would be one more that can disagree. A session passes with its CSRF token; without either a call ends here.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

    /** What the link in a mail stops. */
    private static final String UNSUBSCRIPTIONS = "/api/v1/notice-preferences/unsubscriptions";

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    @Order(3)
    SecurityFilterChain apiSecurity(HttpSecurity http, CurrentSessions sessions, Problems problems) {
        http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(CallerAuthorization::hasBearerToken)
                        .permitAll()
                        // Whoever claims an entry of a roll has nothing but the secret of their link.
                        .requestMatchers(HttpMethod.POST, "/api/v1/roll-claims")
                        .permitAll()
                        // The same with the link in a mail.
                        .requestMatchers(HttpMethod.POST, UNSUBSCRIPTIONS)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, UNSUBSCRIPTIONS)
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return sessionsToo(http, sessions, problems).build();
    }

    /** What holds for every API call that may come by a session. */
    static HttpSecurity sessionsToo(HttpSecurity http, CurrentSessions sessions, Problems problems) {
        return http.csrf(csrf -> csrf.requireCsrfProtectionMatcher(ApiSecurityConfiguration::isChangeBySession))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecurityHeaders::write)
                .addFilterBefore(sessions.filter(), AnonymousAuthenticationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, e) -> unauthenticated(problems, request, response))
                        .accessDeniedHandler((request, response, e) -> problems.write(NO_CSRF, request, response)));
    }

    static void unauthenticated(Problems problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(UNAUTHENTICATED, request, response);
    }

    private static final Problem UNAUTHENTICATED = Problem.of(
                    401, "unauthenticated", "This call carries neither a bearer token nor a session that is signed in.")
            .remedy(
                    "Fetch a token at POST /oauth2/token and send it as Authorization: Bearer, or sign in at /sign-in.");

    private static final Problem NO_CSRF = Problem.of(
                    403, "csrf-token-missing", "A change made with a session needs the session's CSRF token.")
            .remedy("Send the token that the pages carry as X-CSRF-TOKEN, or call with a bearer token.");

    /**
     * Only a session cookie is sent by a browser unasked; a call without one cannot be forged by another site. Nor can one whose
     * session is over: it speaks for nobody, and its caller is to hear that they must sign in again.
     */
    private static boolean isChangeBySession(HttpServletRequest request) {
        return !SAFE_METHODS.contains(request.getMethod())
                && request.isRequestedSessionIdValid()
                && !CallerAuthorization.hasBearerToken(request);
    }
}
