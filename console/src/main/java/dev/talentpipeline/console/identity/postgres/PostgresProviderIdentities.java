package dev.talentpipeline.console.identity.postgres;

import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.provider.ProviderIdentities;
import dev.talentpipeline.console.identity.provider.ProviderIdentity;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresProviderIdentities implements ProviderIdentities {

    private final JdbcClient jdbc;

    PostgresProviderIdentities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> account(ProviderIdentity identity) {
        return jdbc.sql("""
                        select a.* from provider_identity p join account a on a.kind = p.kind and a.name = p.account
                        where p.issuer = :issuer and p.subject = :subject
                        """)
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(PostgresAccounts::account)
                .optional();
    }

    @Override
    public boolean add(ProviderIdentity identity, String account) {
        return jdbc.sql("""
                                insert into provider_identity (issuer, subject, account)
                                values (:issuer, :subject, :account) on conflict do nothing
                                """)
                        .param("issuer", identity.issuer())
                        .param("subject", identity.subject())
                        .param("account", account)
                        .update()
                == 1;
    }

    @Override
    public boolean remove(String issuer, String account) {
        return jdbc.sql("delete from provider_identity where issuer = :issuer and account = :account")
                        .param("issuer", issuer)
                        .param("account", account)
                        .update()
                == 1;
    }

    @Override
    public List<ProviderIdentity> of(String account) {
        return jdbc.sql("select issuer, subject from provider_identity where account = :account order by issuer")
                .param("account", account)
                .query((row, index) -> new ProviderIdentity(row.getString("issuer"), row.getString("subject")))
                .list();
    }
}
