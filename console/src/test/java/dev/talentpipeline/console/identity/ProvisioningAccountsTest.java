package dev.talentpipeline.console.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Account.Origin;
import dev.talentpipeline.console.identity.ProvisioningAccounts.Applied;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProvisioningAccountsTest {

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final CountingHashing hashing = new CountingHashing();
    private final Set<String> erased = new HashSet<>();
    private final ProvisioningAccounts provisioning = new ProvisioningAccounts(accounts, hashing, erased::contains);

    @Test
    void hashesWhoIsNew() {
        Applied applied = provisioning.apply(List.of(client("a", "s", "org-1"), user("a", "p", "org-1")));

        assertThat(applied).isEqualTo(new Applied(2, 0, 0, List.of()));
        assertThat(accounts.all())
                .containsExactlyInAnyOrder(
                        new Account(Kind.CLIENT, "hash of s", university("a", "org-1")),
                        new Account(Kind.USER, "hash of p", university("a", "org-1")));
    }

    @Test
    void hashesNothingOfWhatIsKnownBeforeTheConsoleIsReady() {
        provisioning.apply(List.of(client("a", "s", "org-1")));

        Applied applied = provisioning.apply(List.of(client("a", "s", "org-2")));

        assertThat(hashing.hashed).hasValue(1);
        assertThat(applied).isEqualTo(new Applied(0, 0, 0, List.of(client("a", "s", "org-2"))));
        assertThat(accounts.all()).containsExactly(new Account(Kind.CLIENT, "hash of s", university("a", "org-2")));
    }

    @Test
    void renewsOnlySecretsThatChanged() {
        provisioning.apply(List.of(client("a", "s", "o"), client("b", "t", "o")));
        Applied applied = provisioning.apply(List.of(client("a", "s", "o"), client("b", "new", "o")));

        List<String> renewed = applied.unchecked().stream()
                .filter(provisioning::renewIfChanged)
                .map(account -> account.identity().subject())
                .toList();

        assertThat(renewed).containsExactly("b");
        assertThat(accounts.find(Kind.CLIENT, "a").orElseThrow().secretHash()).isEqualTo("hash of s");
        assertThat(accounts.find(Kind.CLIENT, "b").orElseThrow().secretHash()).isEqualTo("hash of new");
    }

    @Test
    void removesWhoIsNoLongerListed() {
        provisioning.apply(List.of(client("a", "s", "o"), client("b", "t", "o")));

        Applied applied = provisioning.apply(List.of(client("b", "t", "o")));

        assertThat(applied.removed()).isEqualTo(1);
        assertThat(accounts.find(Kind.CLIENT, "a")).isEmpty();
        assertThat(accounts.find(Kind.CLIENT, "b")).isPresent();
    }

    @Test
    void leavesInvitedPeopleAloneAndDoesNotTakeOverTheirNames() {
        Account invited = new Account(
                Kind.USER, "h", university("wu", "o"), Origin.INVITED, true, true, 3, "Wu", "wu@example.org");
        accounts.put(invited);

        provisioning.apply(List.of(user("b", "p", "o")));

        assertThat(accounts.find(Kind.USER, "wu")).contains(invited);
        assertThatThrownBy(() -> provisioning.apply(List.of(user("wu", "p", "o"))))
                .hasMessageContaining("USER wu must not be listed: somebody was invited and chose this name.");
    }

    @Test
    void keepsAPasswordThatItsPersonChose() {
        provisioning.apply(List.of(user("a", "p", "o")));
        accounts.put(accounts.find(Kind.USER, "a").orElseThrow().withOwnSecret("hash of mine"));

        boolean renewed = provisioning.renewIfChanged(user("a", "p", "o"));

        assertThat(renewed).isFalse();
        assertThat(accounts.find(Kind.USER, "a").orElseThrow().secretHash()).isEqualTo("hash of mine");
    }

    @Test
    void doesNotBringBackWhoWasErased() {
        ProvisionedAccount gone = student("wu", "person-wu");
        ProvisionedAccount stays = student("he", "person-he");
        provisioning.apply(List.of(gone, stays));
        erased.add("person-wu");
        accounts.remove(accounts.find(Kind.USER, "wu").orElseThrow());

        boolean renewed = provisioning.renewIfChanged(gone);
        Applied applied = provisioning.apply(List.of(gone, stays));

        assertThat(renewed).isFalse();
        assertThat(applied).isEqualTo(new Applied(0, 0, 1, List.of(stays)));
        assertThat(accounts.all()).containsExactly(new Account(Kind.USER, "hash of p", stays.identity()));
    }

    @Test
    void refusesANameThatIsListedTwiceAndChangesNothing() {
        assertThatThrownBy(() -> provisioning.apply(List.of(client("a", "s", "o"), client("a", "t", "o"))))
                .hasMessage("CLIENT a must be listed once. Maybe it was copied and not renamed.");
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    void anIdentityWithoutWhatItsRoleOwnsIsNotMade() {
        assertThatThrownBy(() -> new Identity("a", Role.COMPANY, null, null)).hasMessageContaining("org (null) of a");
        assertThatThrownBy(() -> new Identity("a", Role.STUDENT, "o", null)).hasMessageContaining("person (null) of a");
        assertThatThrownBy(() -> new Identity(" ", Role.OPERATIONS, null, null)).hasMessageContaining("subject ( )");
    }

    @Test
    void aSecretIsNotPrinted() {
        assertThat(client("a", "top-secret", "o").toString()).doesNotContain("top-secret");
    }

    private static ProvisionedAccount client(String id, String secret, String org) {
        return new ProvisionedAccount(Kind.CLIENT, secret, university(id, org));
    }

    private static ProvisionedAccount user(String name, String password, String org) {
        return new ProvisionedAccount(Kind.USER, password, university(name, org));
    }

    private static ProvisionedAccount student(String name, String person) {
        return new ProvisionedAccount(Kind.USER, "p", new Identity(name, Role.STUDENT, "o", person));
    }

    private static Identity university(String subject, String org) {
        return new Identity(subject, Role.UNIVERSITY, org, null);
    }

    private static final class CountingHashing implements SecretHashing {

        private final AtomicInteger hashed = new AtomicInteger();

        @Override
        public String hash(Kind kind, String secret) {
            hashed.incrementAndGet();
            return "hash of " + secret;
        }

        @Override
        public boolean matches(Kind kind, String secret, String hash) {
            return hash.equals("hash of " + secret);
        }
    }

    private static final class InMemoryAccounts implements Accounts {

        private final Map<String, Account> accounts = new HashMap<>();

        @Override
        public Optional<Account> find(Kind kind, String name) {
            return Optional.ofNullable(accounts.get(kind + name));
        }

        @Override
        public List<Account> all() {
            return List.copyOf(accounts.values());
        }

        @Override
        public void put(Account account) {
            accounts.put(account.kind() + account.name(), account);
        }

        @Override
        public void remove(Account account) {
            accounts.remove(account.kind() + account.name());
        }
    }
}
