package dev.talentpipeline.console.identity.postgres;

import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Account.Origin;
import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Refusal;
import dev.talentpipeline.console.identity.Refusal.Reason;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.Slice;
import dev.talentpipeline.console.identity.UserAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

@Component
final class PostgresAccounts implements Accounts, UserAccounts {

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
        written("""
                insert into account (kind, name, secret_hash, role, org, person, school, administrator)
                values (:kind, :name, :secretHash, :role, :org, :person, :school, :administrator)
                on conflict (kind, name) do update
                set secret_hash = excluded.secret_hash, role = excluded.role, org = excluded.org,
                    person = excluded.person, school = excluded.school, administrator = excluded.administrator,
                    changed_at = now()
                """, account).update();
    }

    @Override
    public void remove(Account account) {
        jdbc.sql("delete from account where kind = :kind and name = :name")
                .param("kind", account.kind().name())
                .param("name", account.name())
                .update();
    }

    @Override
    public @Nullable Account lock(String name) {
        return jdbc.sql("select * from account where kind = 'USER' and name = :name for update")
                .param("name", name)
                .query(PostgresAccounts::account)
                .optional()
                .orElse(null);
    }

    @Override
    public boolean add(Account account) {
        return written("""
                        insert into account (kind, name, secret_hash, role, org, person, school, administrator, origin,
                            own_secret, active, epoch, display_name, email)
                        select :kind, :name, :secretHash, :role, :org, :person, :school, :administrator, :origin,
                            :ownSecret, :active, :epoch, :displayName, :email
                        where not exists (select from account where kind = 'CLIENT' and name = :name)
                        on conflict (kind, name) do nothing
                        """, account)
                        .param("origin", account.origin().name())
                        .param("ownSecret", account.ownSecret())
                        .param("active", account.active())
                        .param("epoch", account.epoch())
                        .param("displayName", account.displayName())
                        .param("email", account.email())
                        .update()
                == 1;
    }

    @Override
    public void change(Account account) {
        try {
            jdbc.sql("""
                            update account
                            set secret_hash = :secretHash, school = :school, administrator = :administrator,
                                own_secret = :ownSecret, active = :active, epoch = :epoch, changed_at = now()
                            where kind = 'USER' and name = :name
                            """)
                    .param("name", account.name())
                    .param("secretHash", account.secretHash())
                    .param("school", account.identity().school())
                    .param("administrator", account.identity().administrator())
                    .param("ownSecret", account.ownSecret())
                    .param("active", account.active())
                    .param("epoch", account.epoch())
                    .update();
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMostSpecificCause().getMessage()).contains("account_keeps_an_administrator")) {
                // Somebody else took the other one away a moment before.
                throw Refusal.of(Reason.LAST_ADMINISTRATOR, "This is the last administrator of the organisation.")
                        .about("name", account.name())
                        .asException();
            }
            throw e;
        }
    }

    @Override
    public boolean hasOtherAdministrator(Account account) {
        return jdbc.sql("""
                        select exists (select from account
                            where kind = 'USER' and active and (administrator or role = 'OPERATIONS')
                              and role = :role and (role = 'OPERATIONS' or org = :org) and name <> :name)
                        """)
                .param("role", account.identity().role().name())
                .param("org", account.identity().org())
                .param("name", account.name())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Slice<Account> list(@Nullable Role role, @Nullable String org, @Nullable String after, int limit) {
        List<Account> read = jdbc.sql("""
                        select * from account
                        where kind = 'USER' and (:role::text is null or role = :role)
                          and (:org::text is null or org = :org) and (:after::text is null or name > :after)
                        order by name limit :limit
                        """)
                .param("role", role == null ? null : role.name())
                .param("org", org)
                .param("after", after)
                .param("limit", limit + 1)
                .query(PostgresAccounts::account)
                .list();
        return Slice.cut(read, limit, Account::name);
    }

    private StatementSpec written(String sql, Account account) {
        Identity identity = account.identity();
        return jdbc.sql(sql)
                .param("kind", account.kind().name())
                .param("name", account.name())
                .param("secretHash", account.secretHash())
                .param("role", identity.role().name())
                .param("org", identity.org())
                .param("person", identity.person())
                .param("school", identity.school())
                .param("administrator", identity.administrator());
    }

    static Account account(ResultSet row, int index) throws SQLException {
        return new Account(
                Kind.valueOf(row.getString("kind")),
                row.getString("secret_hash"),
                new Identity(
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getString("org"),
                        row.getString("person"),
                        row.getString("school"),
                        row.getBoolean("administrator"),
                        null),
                Origin.valueOf(row.getString("origin")),
                row.getBoolean("own_secret"),
                row.getBoolean("active"),
                row.getInt("epoch"),
                row.getString("display_name"),
                row.getString("email"));
    }
}
