package dev.talentpipeline.console.identity.provider;

import dev.talentpipeline.console.identity.Account;
import java.util.List;
import java.util.Optional;

/** Which account a provider's identity signs in to. */
public interface ProviderIdentities {

    Optional<Account> account(ProviderIdentity identity);

    /** Links, and says whether the identity was linked to no account and the account to no identity of this issuer. */
    boolean add(ProviderIdentity identity, String account);

    /** Takes away the link of the account with the issuer, and says whether there was one. */
    boolean remove(String issuer, String account);

    List<ProviderIdentity> of(String account);
}
