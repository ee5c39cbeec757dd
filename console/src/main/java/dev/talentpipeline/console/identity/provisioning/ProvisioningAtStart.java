package dev.talentpipeline.console.identity.provisioning;

import dev.talentpipeline.console.ConsoleProperties;
import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.identity.ProvisionedAccount;
import dev.talentpipeline.console.identity.ProvisioningAccounts;
import dev.talentpipeline.console.identity.ProvisioningAccounts.Applied;
import dev.talentpipeline.console.identity.SecretHashing;
import dev.talentpipeline.console.identity.erasure.ErasedPeople;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applies the accounts file before the console reports itself ready. Secrets of known accounts are checked behind that, on a
 * thread of their own: a secret that was changed in the file is good a moment after the console is ready.
 */
@Component
final class ProvisioningAtStart implements ApplicationRunner, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ProvisioningAtStart.class);

    private final ConsoleProperties properties;
    private final ProvisioningAccounts provisioning;
    private final JsonMapper json;
    private @Nullable Thread checking;

    ProvisioningAtStart(
            ConsoleProperties properties,
            Accounts accounts,
            SecretHashing hashing,
            ErasedPeople erased,
            JsonMapper json) {
        this.properties = properties;
        this.provisioning = new ProvisioningAccounts(accounts, hashing, erased::has);
        this.json = json;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Path file = properties.accountsFile();
        if (file == null) {
            return;
        }
        Applied applied = provisioning.apply(AccountsFile.read(file, json));
        log.info(
                "Accounts of {}: {} added, {} removed, {} known.",
                file,
                applied.added(),
                applied.removed(),
                applied.unchecked().size());
        if (applied.erased() > 0) {
            log.warn(
                    "Accounts of {}: {} are of people who were erased and are left out. Take them out of the file too.",
                    file,
                    applied.erased());
        }
        checking = Thread.ofPlatform()
                .daemon()
                .name("accounts-file")
                .uncaughtExceptionHandler((thread, e) -> log.warn(
                        "Secrets that were changed in {} are not all known yet; the next start reads them again.",
                        file,
                        e))
                .start(() -> renewChangedSecrets(applied.unchecked(), file));
    }

    private void renewChangedSecrets(List<ProvisionedAccount> unchecked, Path file) {
        int renewed = 0;
        for (ProvisionedAccount account : unchecked) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            renewed += provisioning.renewIfChanged(account) ? 1 : 0;
        }
        if (renewed > 0) {
            log.info("Accounts of {}: {} secrets renewed.", file, renewed);
        }
    }

    /** Ends the checking before the database is let go. */
    @Override
    public void destroy() throws InterruptedException {
        if (checking != null) {
            checking.interrupt();
            checking.join(Duration.ofSeconds(2));
        }
    }
}
