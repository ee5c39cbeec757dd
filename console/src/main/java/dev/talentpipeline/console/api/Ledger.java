package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was written, set against what was read. Safe for many threads. */
@Component
public final class Ledger {

    private final Api api;

    Ledger(Api api) {
        this.api = api;
    }

    public Reading<LedgerAccounts> accounts(Identity caller) {
        return api.get(caller, Service.MONITORING, ApiPath.of("ledger"), LedgerAccounts.class);
    }

    /** What differs, of one kind or of all, what was found last first. */
    public Reading<Listing<LedgerAccounts.Difference>> differences(
            Identity caller, String kind, @Nullable String cursor) {
        ApiPath path =
                ApiPath.of("ledger", "differences").with("difference", kind).page(Api.PAGE_SIZE, cursor);
        return api.list(caller, Service.MONITORING, path, LedgerAccounts.Difference.class);
    }
}
