package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.provider.SigningInByProvider.Organisation;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity providers of organisations that have one (OpenID Connect).
 *
 * @param providers by a short name that stands in URLs
 */
@ConfigurationProperties("talentpipeline.sign-in")
public record ProviderSettings(@DefaultValue Map<String, IdentityProvider> providers) {

    public ProviderSettings {
        providers = Map.copyOf(providers);
    }

    /**
     * One provider. It must know `<origin>/sign-in/from/<name>` as a redirect URI of the client.
     *
     * @param org whose provider it is: it signs in to accounts of this organisation and no other
     * @param label as people know it, on the sign-in page
     * @param issuer below which its `.well-known/openid-configuration` stands
     */
    public record IdentityProvider(
            String org,
            @DefaultValue("UNIVERSITY") Role role,
            String label,
            String issuer,
            String clientId,
            String clientSecret) {

        public Organisation organisation() {
            return new Organisation(role, org);
        }

        @Override
        public String toString() {
            return "IdentityProvider[org=" + org + ", issuer=" + issuer + "]";
        }
    }
}
