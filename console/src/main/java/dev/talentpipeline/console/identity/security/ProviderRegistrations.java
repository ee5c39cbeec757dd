package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.ConsoleProperties;
import dev.talentpipeline.console.identity.security.ProviderSettings.IdentityProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/**
 * What is known of each provider. Its addresses are asked for when somebody first comes by it: a provider that is away keeps
 * only its own people waiting, and not the console from starting.
 */
@Component
final class ProviderRegistrations implements ClientRegistrationRepository {

    static final String CALLBACK = "/sign-in/from/";

    private final ProviderSettings settings;
    private final String origin;
    private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

    ProviderRegistrations(ProviderSettings settings, ConsoleProperties properties) {
        this.settings = settings;
        this.origin = properties.issuer().toString();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String name) {
        IdentityProvider provider = settings.providers().get(name);
        return provider == null ? null : known.computeIfAbsent(name, absent -> discovered(name, provider));
    }

    /** Only the subject is asked for: no address and no name, which this system has no use for. */
    private ClientRegistration discovered(String name, IdentityProvider provider) {
        return ClientRegistrations.fromIssuerLocation(provider.issuer())
                .registrationId(name)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .redirectUri(origin + CALLBACK + name)
                .scope("openid")
                .build();
    }
}
