package dev.talentpipeline.console.identity.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.talentpipeline.console.ConsoleProperties;
import dev.talentpipeline.console.identity.Account.Kind;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
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
    SecurityFilterChain tokenSecurity(HttpSecurity http, BCryptHashing hashing) {
        UnrecordedAuthorizations authorizations = new UnrecordedAuthorizations();
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks")
                .oauth2AuthorizationServer(server -> server.authorizationService(authorizations)
                        .clientAuthentication(clients -> clients.authenticationProviders(providers -> providers.stream()
                                .filter(ClientSecretAuthenticationProvider.class::isInstance)
                                .map(ClientSecretAuthenticationProvider.class::cast)
                                .forEach(provider -> provider.setPasswordEncoder(hashing.encoder(Kind.CLIENT))))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
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
