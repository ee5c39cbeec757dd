package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.SecretHashing;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes with bcrypt, at two strengths because the two kinds of secret differ.
 *
 * <p>A password is chosen by a person and shown once a session: strength 10, 64 ms where this was measured (two cores of a
 * server). A client's secret is random, so that nobody guesses it at any strength, and is shown for every token: strength 8,
 * 16 ms. A hash names its strength, so both kinds stay readable when these numbers are raised.
 * On the compiler of a test each costs three times as much, so tests set them low.
 */
@Component
final class BCryptHashing implements SecretHashing {

    private static final int LONGEST_SECRET_BYTES = 72;

    private final PasswordEncoder passwords;
    private final PasswordEncoder clientSecrets;

    BCryptHashing(
            @Value("${talentpipeline.password-strength:10}") int passwordStrength,
            @Value("${talentpipeline.client-secret-strength:8}") int clientSecretStrength) {
        this.passwords = encoder(passwordStrength);
        this.clientSecrets = encoder(clientSecretStrength);
    }

    PasswordEncoder encoder(Kind kind) {
        return switch (kind) {
            case CLIENT -> clientSecrets;
            case USER -> passwords;
        };
    }

    @Override
    public String hash(Kind kind, String secret) {
        int bytes = secret.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_SECRET_BYTES) {
            throw new IllegalArgumentException("A secret of " + bytes + " bytes must be at most " + LONGEST_SECRET_BYTES
                    + " bytes long: bcrypt reads no further.");
        }
        return encoder(kind).encode(secret);
    }

    @Override
    public boolean matches(Kind kind, String secret, String hash) {
        return encoder(kind).matches(secret, hash);
    }

    private static PasswordEncoder encoder(int strength) {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(strength)));
    }
}
