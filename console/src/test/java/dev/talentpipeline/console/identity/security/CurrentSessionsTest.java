package dev.talentpipeline.console.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.ConsoleProperties;
import dev.talentpipeline.console.ConsoleProperties.ServiceAddresses;
import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.problem.Problems;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import tools.jackson.databind.json.JsonMapper;

class CurrentSessionsTest {

    private static final Instant SIGNED_IN = Instant.parse("2026-11-29T01:00:00Z");
    private static final Account ACCOUNT =
            new Account(Kind.USER, "hash", new Identity("li", Role.UNIVERSITY, "beida", null));

    private final KnownAccounts accounts = new KnownAccounts();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/university");

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aSessionEndsAfterAWorkingDayHoweverBusyItIs() throws Exception {
        assertThat(isSignedInAfter(Duration.ofHours(12).minusSeconds(1))).isTrue();
        assertThat(isSignedInAfter(Duration.ofHours(12))).isFalse();
    }

    @Test
    void aSessionThatALinkOpenedEndsAfterAWorkingDayToo() throws Exception {
        String person = "00000000-0000-4000-8000-000000000001";
        SignedIn student = SignedIn.byLink(new Identity(person, Role.STUDENT, "beida", person), SIGNED_IN);
        accounts.known = Optional.empty();

        assertThat(isSignedIn(student, sessions(Duration.ofHours(12).minusSeconds(1))))
                .isTrue();
        assertThat(isSignedIn(student, sessions(Duration.ofHours(12)))).isFalse();
    }

    @Test
    void aPageThatAsksByItselfIsNoSignOfItsPerson() throws Exception {
        request.getSession().setMaxInactiveInterval(1800);
        assertThat(isSignedInAfter(Duration.ZERO)).isTrue();
        request.addHeader("X-By-Itself", "yes");
        assertThat(isSignedInAfter(Duration.ofMinutes(20))).isTrue();
        request.removeHeader("X-By-Itself");
        request.setRequestURI("/live/programmes/spring");
        assertThat(isSignedInAfter(Duration.ofMinutes(29))).isTrue();
        assertThat(isSignedInAfter(Duration.ofMinutes(30))).isFalse();
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void whatAPersonDoesKeepsTheirSession() throws Exception {
        request.getSession().setMaxInactiveInterval(1800);
        for (int minutes = 0; minutes <= 100; minutes += 25) {
            assertThat(isSignedInAfter(Duration.ofMinutes(minutes))).isTrue();
        }
        // A change is somebody's, whatever it says of itself.
        request.setMethod("POST");
        request.addHeader("X-By-Itself", "yes");
        assertThat(isSignedInAfter(Duration.ofMinutes(125))).isTrue();
        assertThat(isSignedInAfter(Duration.ofMinutes(150))).isTrue();
    }

    @Test
    void aSessionEndsWithItsAccountAndWithItsPassword() throws Exception {
        accounts.known = Optional.of(ACCOUNT.activated(false));
        assertThat(isSignedInAfter(Duration.ofMinutes(1))).isFalse();
        accounts.known = Optional.of(ACCOUNT.withOwnSecret("another"));
        assertThat(isSignedInAfter(Duration.ofMinutes(1))).isFalse();
        accounts.known = Optional.empty();
        assertThat(isSignedInAfter(Duration.ofMinutes(1))).isFalse();
    }

    @Test
    void whileTheDatabaseIsAwaySessionsGoOnAndItIsNotAskedEachTime() throws Exception {
        accounts.away = true;
        CurrentSessions sessions = sessions(Duration.ofMinutes(1));

        for (int i = 0; i < 10; i++) {
            assertThat(isSignedIn(sessions)).isTrue();
        }

        assertThat(accounts.asked).isEqualTo(1);
    }

    @Test
    void theCookieGoesOverTlsOnlyWhereTheOriginHasIt() throws ServletException {
        assertThat(isSecure("https://pipeline.example.org")).isTrue();
        assertThat(isSecure("http://localhost:8080")).isFalse();
    }

    private static boolean isSecure(String origin) throws ServletException {
        URI anywhere = URI.create("http://127.0.0.1:1");
        MockServletContext context = new MockServletContext();
        new PageSecurityConfiguration()
                .secureSessionCookie(new ConsoleProperties(
                        URI.create(origin), new ServiceAddresses(anywhere, anywhere, anywhere, anywhere), null))
                .onStartup(context);
        return context.getSessionCookieConfig().isSecure();
    }

    private boolean isSignedInAfter(Duration time) throws ServletException, IOException {
        return isSignedIn(sessions(time));
    }

    private CurrentSessions sessions(Duration afterSigningIn) {
        return new CurrentSessions(
                accounts,
                (deputy, cover) -> Optional.empty(),
                new OpeningSessions(new HttpSessionSecurityContextRepository()),
                new Problems(JsonMapper.shared()),
                Clock.fixed(SIGNED_IN.plus(afterSigningIn), ZoneOffset.UTC));
    }

    private boolean isSignedIn(CurrentSessions sessions) throws ServletException, IOException {
        return isSignedIn(SignedIn.to(ACCOUNT, SIGNED_IN), sessions);
    }

    private boolean isSignedIn(SignedIn signedIn, CurrentSessions sessions) throws ServletException, IOException {
        SecurityContextHolder.getContext().setAuthentication(signedIn.authentication());
        request.clearAttributes();
        sessions.filter().doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }

    private static final class KnownAccounts implements Accounts {

        private Optional<Account> known = Optional.of(ACCOUNT);
        private boolean away;
        private int asked;

        @Override
        public Optional<Account> find(Kind kind, String name) {
            asked++;
            if (away) {
                throw new DataAccessResourceFailureException("away");
            }
            return known;
        }

        @Override
        public List<Account> all() {
            return known.stream().toList();
        }

        @Override
        public void put(Account account) {
            known = Optional.of(account);
        }

        @Override
        public void remove(Account account) {
            known = Optional.empty();
        }
    }
}
