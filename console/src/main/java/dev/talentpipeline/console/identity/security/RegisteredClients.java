package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.identity.Identity;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Shows client accounts to the token endpoint, each allowed to fetch a token by its own secret and nothing else. */
@Component
final class RegisteredClients implements RegisteredClientRepository {

    static final Duration TOKEN_LIFETIME = Duration.ofMinutes(30);

    private static final String IDENTITY = "talentpipeline.identity";

    private final Accounts accounts;

    RegisteredClients(Accounts accounts) {
        this.accounts = accounts;
    }

    static Identity identityOf(RegisteredClient client) {
        Identity identity = client.getClientSettings().getSetting(IDENTITY);
        return Objects.requireNonNull(identity, "Every client of this repository carries its identity.");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return accounts.find(Kind.CLIENT, clientId)
                .map(RegisteredClients::registered)
                .orElse(null);
    }

    /** Called when a secret was right and its hash is weaker than the encoder now makes them. */
    @Override
    public void save(RegisteredClient client) {
        String hash = client.getClientSecret();
        if (hash != null) {
            accounts.put(new Account(Kind.CLIENT, hash, identityOf(client)));
        }
    }

    private static RegisteredClient registered(Account account) {
        return RegisteredClient.withId(account.name())
                .clientId(account.name())
                .clientSecret(Objects.requireNonNull(account.secretHash(), "Every client has a secret."))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
                        .accessTokenTimeToLive(TOKEN_LIFETIME)
                        .build())
                .clientSettings(ClientSettings.builder()
                        .setting(IDENTITY, account.identity())
                        .build())
                .build();
    }
}
