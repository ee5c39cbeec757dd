package dev.talentpipeline.kit.security;

import dev.talentpipeline.kit.limit.RateLimitFilter;
import dev.talentpipeline.kit.limit.RateLimitSettings;
import dev.talentpipeline.kit.limit.RateLimits;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemAutoConfiguration;
import dev.talentpipeline.kit.problem.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes a service check tokens itself: signature against the published keys, issuer, audience and time. Health, metrics and the API's
 * description are open, and what {@code talentpipeline.open-paths} names, where something else than a token says who may; everything else needs one. Nobody asks more often than the limits say. Active where {@code talentpipeline.jwk-set-uri} is set.
 */
@AutoConfiguration(after = ProblemAutoConfiguration.class)
@ConditionalOnProperty("talentpipeline.jwk-set-uri")
@ConditionalOnWebApplication
@EnableConfigurationProperties(RateLimitSettings.class)
public class ServiceSecurityAutoConfiguration {

    private static final String AUDIENCE = "talent-pipeline";

    @Bean
    JwtDecoder jwtDecoder(
            @Value("${talentpipeline.jwk-set-uri}") String jwkSetUri,
            @Value("${talentpipeline.issuer:http://localhost:8080}") String issuer) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(jwkSetUri)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<List<String>>(
                        "aud", audiences -> audiences != null && audiences.contains(AUDIENCE))));
        return decoder;
    }

    @Bean
    RateLimits rateLimits(RateLimitSettings settings, ProblemWriter problems, MeterRegistry meters) {
        return new RateLimits(settings, problems, meters, System::nanoTime);
    }

    @Bean
    SecurityFilterChain serviceSecurity(
            HttpSecurity http,
            ProblemWriter problems,
            RateLimits limits,
            @Value("${talentpipeline.open-paths:}") String[] openPaths) {
        AuthenticationEntryPoint unauthenticated = (request, response, fault) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(
                    Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid access token is needed.")
                            .remedy("Get one at POST /oauth2/token and send it as Authorization: Bearer."),
                    request,
                    response);
        };
        // Where a token does not hold the filter of the limits is never reached.
        AuthenticationEntryPoint badToken = (request, response, fault) -> {
            if (limits.admit(Optional.empty(), request, response)) {
                unauthenticated.commence(request, response, fault);
            }
        };
        AccessDeniedHandler forbidden = (request, response, fault) -> problems.write(
                Problem.of(HttpStatus.FORBIDDEN, "forbidden", "This is not allowed for the caller's role."),
                request,
                response);
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**",
                                "/actuator/prometheus",
                                "/v3/api-docs/**",
                                "/swagger-ui/**",
                                "/swagger-ui.html")
                        .permitAll()
                        .requestMatchers(openPaths)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> {}).authenticationEntryPoint(badToken).accessDeniedHandler(forbidden))
                // An account is all that its token says: names are unique within one kind of accounts only.
                .addFilterAfter(new RateLimitFilter(limits, Caller::current), BearerTokenAuthenticationFilter.class)
                .exceptionHandling(faults ->
                        faults.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
                .build();
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgumentResolver());
            }
        };
    }
}
