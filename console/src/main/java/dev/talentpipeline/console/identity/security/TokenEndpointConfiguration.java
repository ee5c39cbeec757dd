package dev.talentpipeline.console.identity.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.talentpipeline.console.ConsoleProperties;
import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.identity.signin.HoldingSignIns;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The authorization server, of which two endpoints are open: `POST /oauth2/token` for client credentials and
 * `GET /oauth2/jwks` with the keys that verify what it issues. Its errors have the form of OAuth 2 (RFC 6749, section 5.2).
 */
@Configuration(proxyBeanMethods = false)
class TokenEndpointConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain tokenSecurity(
            HttpSecurity http, BCryptHashing hashing, Accounts accounts, HoldingSignIns holding) {
        UnrecordedAuthorizations authorizations = new UnrecordedAuthorizations();
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks")
                .oauth2AuthorizationServer(server -> server.authorizationService(authorizations)
                        .clientAuthentication(clients -> clients.errorResponseHandler(CheckingClients::refuse)
                                .authenticationProviders(providers -> providers.replaceAll(
                                        provider -> checked(provider, hashing, accounts, holding)))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                // Who comes as no client at all is answered in the same form.
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(CheckingClients::refuse))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    private static AuthenticationProvider checked(
            AuthenticationProvider provider, BCryptHashing hashing, Accounts accounts, HoldingSignIns holding) {
        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
            secrets.setPasswordEncoder(hashing.encoder(Kind.CLIENT));
            return new CheckingClients(secrets, accounts, holding);
        }
        return provider;
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(ConsoleProperties properties) {
        return AuthorizationServerSettings.builder()
                .issuer(properties.issuer().toString())
                .build();
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> signingKeys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(signingKeys);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claimsOfClients() {
        return context ->
                TokenClaims.put(RegisteredClients.identityOf(context.getRegisteredClient()), context.getClaims());
    }
}
