package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.problem.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The calls that the console answers itself. Here a bearer token is read, as a service would read it: by signature, issuer,
 * audience and time.
 */
@Configuration(proxyBeanMethods = false)
class AccountsApiSecurityConfiguration {

    @Bean
    @Order(2)
    SecurityFilterChain accountsSecurity(
            HttpSecurity http, SignedStatements statements, CurrentSessions sessions, Problems problems) {
        http.securityMatcher("/api/v1/accounts/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(tokens -> tokens.jwt(jwt -> jwt.decoder(statements.reader(TokenClaims.AUDIENCE))
                                .jwtAuthenticationConverter(AccountsApiSecurityConfiguration::speaker))
                        .authenticationEntryPoint((request, response, e) ->
                                ApiSecurityConfiguration.unauthenticated(problems, request, response)));
        return ApiSecurityConfiguration.sessionsToo(http, sessions, problems).build();
    }

    private static AbstractAuthenticationToken speaker(Jwt token) {
        return TokenClaims.read(token)
                .map(SignedIn::byToken)
                .map(SignedIn::authentication)
                .map(AbstractAuthenticationToken.class::cast)
                .orElseThrow(() -> new BadCredentialsException("The token names no role of this system."));
    }
}
