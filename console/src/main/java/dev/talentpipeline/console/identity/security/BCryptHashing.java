package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.SecretHashing;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
 */
@Component
final class BCryptHashing implements SecretHashing {

    private static final int PASSWORD_STRENGTH = 10;
    private static final int CLIENT_SECRET_STRENGTH = 8;
    private static final int LONGEST_SECRET_BYTES = 72;

    private final PasswordEncoder passwords = encoder(PASSWORD_STRENGTH);
    private final PasswordEncoder clientSecrets = encoder(CLIENT_SECRET_STRENGTH);

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
