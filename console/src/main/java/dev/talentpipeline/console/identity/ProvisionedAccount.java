package dev.talentpipeline.console.identity;

import dev.talentpipeline.console.identity.Account.Kind;

/** An account as an operator wrote it down, with its secret in the clear. */
public record ProvisionedAccount(Kind kind, String secret, Identity identity) {

    public ProvisionedAccount {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("secret () of " + identity.subject() + " must not be empty.");
        }
    }

    @Override
    public String toString() {
        return "ProvisionedAccount[kind=" + kind + ", identity=" + identity + "]";
    }
}
