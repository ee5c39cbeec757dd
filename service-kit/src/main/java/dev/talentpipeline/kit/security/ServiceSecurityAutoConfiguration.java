package dev.talentpipeline.kit.security;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemAutoConfiguration;
import dev.talentpipeline.kit.problem.ProblemWriter;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
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
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes a service check tokens itself: signature against the published keys, issuer, audience and time. Health, metrics and the API's
 * description are open; everything else needs a token. Active where {@code talentpipeline.jwk-set-uri} is set.
 */
@AutoConfiguration(after = ProblemAutoConfiguration.class)
@ConditionalOnProperty("talentpipeline.jwk-set-uri")
@ConditionalOnWebApplication
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
    SecurityFilterChain serviceSecurity(HttpSecurity http, ProblemWriter problems) {
        AuthenticationEntryPoint unauthenticated = (request, response, fault) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(
                    Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid access token is needed.")
                            .remedy("Get one at POST /oauth2/token and send it as Authorization: Bearer."),
                    request,
                    response);
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
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(forbidden))
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
