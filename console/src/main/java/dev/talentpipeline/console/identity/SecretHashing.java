package dev.talentpipeline.console.identity;

import dev.talentpipeline.console.identity.Account.Kind;

/** Slow, salted hashing of secrets. Both calls cost tens of milliseconds on purpose. */
public interface SecretHashing {

    String hash(Kind kind, String secret);

    boolean matches(Kind kind, String secret, String hash);
}
