package dev.talentpipeline.console.identity.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Keeps no record of issued tokens. They carry all that services check, live half an hour and are neither looked up nor
 * revoked one by one, so a record would only grow; the framework's default keeps every one of them in memory.
 */
final class UnrecordedAuthorizations implements OAuth2AuthorizationService {

    @Override
    public void save(OAuth2Authorization authorization) {
        // Nobody reads it back.
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        // There is nothing to remove.
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return null;
    }
}
