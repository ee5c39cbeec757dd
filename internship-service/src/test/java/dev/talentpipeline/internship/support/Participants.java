package dev.talentpipeline.internship.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.kit.security.Role;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Those who call the service, each as themselves. */
@TestComponent
public class Participants {

    private final ServletWebServerApplicationContext service;
    private final Map<String, Boolean> verified = new ConcurrentHashMap<>();

    Participants(ServletWebServerApplicationContext service) {
        this.service = service;
    }

    public Api university(String org) {
        return api(TestTokens.shared().token(Role.UNIVERSITY, org));
    }

    /** Whose token holds no longer than this. */
    public Api university(String org, Duration lifetime) {
        return api(TestTokens.shared().token(Role.UNIVERSITY, org, lifetime));
    }

    /** Somebody who acts for one school of the university. */
    public Api school(String university, String school) {
        return api(TestTokens.shared().schoolToken(university, school));
    }

    /** A company that is entered and verified, so that what it posts is seen. */
    public Api company(String org) {
        verified.computeIfAbsent(org, this::enterAndVerify);
        return newcomer(org);
    }

    /** A company about which nobody has said anything yet, unless a test does. */
    public Api newcomer(String org) {
        return api(TestTokens.shared().token(Role.COMPANY, org));
    }

    private boolean enterAndVerify(String org) {
        String path = "/organisations/" + org;
        Api.Answer entered = operations().put(path, Bodies.company(org));
        Api.Answer decided = operations().post(path + "/decisions", Map.of("decision", "VERIFY"));
        assertThat(decided.status()).as(entered.json() + " " + decided.json()).isEqualTo(200);
        return true;
    }

    public Api operations() {
        return api(TestTokens.shared().token(Role.OPERATIONS, "operations"));
    }

    public Api student(String university, String person) {
        return api(TestTokens.shared().token(Role.STUDENT, university, person));
    }

    /** Somebody who acts with the rights of the organisation's client. */
    public Api usedBy(String actor, Role role, String org) {
        return api(TestTokens.shared().tokenUsedBy(actor, role, org));
    }

    /** Somebody who acts for a student, as their university does with an access grant. */
    public Api actingFor(String actor, String university, String person) {
        return api(TestTokens.shared().tokenUsedBy(actor, Role.STUDENT, university, person));
    }

    public Api forger() {
        return api(TestTokens.shared().forged(Role.OPERATIONS, "operations"));
    }

    private Api api(String token) {
        return new Api("http://127.0.0.1:" + service.getWebServer().getPort(), token);
    }

    /** A programme id that no other test uses. */
    public static String newProgramme() {
        return "p-" + UUID.randomUUID();
    }
}
