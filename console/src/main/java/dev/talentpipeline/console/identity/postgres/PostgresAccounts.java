package dev.talentpipeline.console.identity.postgres;

import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresAccounts implements Accounts {

    private final JdbcClient jdbc;

    PostgresAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> find(Kind kind, String name) {
        return jdbc.sql("select * from account where kind = :kind and name = :name")
                .param("kind", kind.name())
                .param("name", name)
                .query(PostgresAccounts::account)
                .optional();
    }

    @Override
    public List<Account> all() {
        return jdbc.sql("select * from account")
                .query(PostgresAccounts::account)
                .list();
    }

    @Override
    public void put(Account account) {
        jdbc.sql("""
                        insert into account (kind, name, secret_hash, role, org, person)
                        values (:kind, :name, :secretHash, :role, :org, :person)
                        on conflict (kind, name) do update
                        set secret_hash = excluded.secret_hash, role = excluded.role, org = excluded.org,
                            person = excluded.person, changed_at = now()
                        """)
                .param("kind", account.kind().name())
                .param("name", account.name())
                .param("secretHash", account.secretHash())
                .param("role", account.identity().role().name())
                .param("org", account.identity().org())
                .param("person", account.identity().person())
                .update();
    }

    @Override
    public void remove(Account account) {
        jdbc.sql("delete from account where kind = :kind and name = :name")
                .param("kind", account.kind().name())
                .param("name", account.name())
                .update();
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        return new Account(
                Kind.valueOf(row.getString("kind")),
                row.getString("secret_hash"),
                new Identity(
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getString("org"),
                        row.getString("person")));
    }
}
