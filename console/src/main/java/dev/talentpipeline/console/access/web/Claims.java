package dev.talentpipeline.console.access.web;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.security.SessionTokens;
import dev.talentpipeline.console.identity.signin.HoldingSignIns;
import dev.talentpipeline.console.identity.signin.HoldingSignIns.HeldException;
import dev.talentpipeline.console.services.Service;
import dev.talentpipeline.console.services.ServiceClient;
import dev.talentpipeline.console.services.ServiceClient.Answer;
import dev.talentpipeline.console.services.ServiceFault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Brings the secret of a link to internship-service, in the console's own name: whoever follows such a link has no account yet, and the
 * secret is all that they have to show.
 */
@Component
final class Claims {

    /** An account of its own, so that whoever sends nonsense takes nothing from what else the console asks. */
    private static final Identity CONSOLE = new Identity("console-claims", Role.OPERATIONS, null, null);
    /** With it a claim can be repeated, by whoever made the key up. Not an Idempotency-Key there: keys are a caller's own, and the console is one. */
    static final String KEY = "Claim-Key";

    private static final Pattern KEYS = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** 256 bits in the letters that a link may have: what a chat program broke is nobody's, and so is a page opened without any. */
    private static final Pattern SECRETS = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** The answers to claims that are none, or that name no link. */
    private static final Set<Integer> NO_LINK =
            Set.of(HttpStatus.BAD_REQUEST.value(), HttpStatus.NOT_FOUND.value(), HttpStatus.CONTENT_TOO_LARGE.value());

    private static final String PATH = "/api/v1/roll-claims";

    private final ServiceClient services;
    private final SessionTokens tokens;
    private final HoldingSignIns holding;

    Claims(ServiceClient services, SessionTokens tokens, HoldingSignIns holding) {
        this.services = services;
        this.tokens = tokens;
        this.holding = holding;
    }

    static boolean isKey(String key) {
        return KEYS.matcher(key).matches();
    }

    /** Whether it may be the secret of a link; of what may not nobody needs to be asked. */
    static boolean isSecret(String secret) {
        return SECRETS.matcher(secret).matches();
    }

    /**
     * Claims.
     *
     * @param body the claim as the API takes it
     * @param address that it comes from, as the servlet container sees it
     * @param headers to be sent on with it
     * @throws HeldException if too many came from there that named no link
     * @throws dev.talentpipeline.console.services.ServiceFault if no answer came
     */
    Answer claim(byte[] body, String address, Map<String, String> headers) {
        return claiming(PATH, body, address, headers);
    }

    /**
     * Looks at a link without using it up: whose it is, or why it claims nothing. Looking is counted apart from claiming, which it never holds back.
     *
     * @param body with its secret
     * @throws HeldException if too many links of nobody were looked at from there
     * @throws dev.talentpipeline.console.services.ServiceFault if no answer came
     */
    Answer look(byte[] body, String address) {
        holding.beginLook(address);
        return send(PATH + "/lookups", body, Map.of(), () -> holding.sawTheirLink(address));
    }

    /**
     * Lets somebody in by a link that was mailed to them.
     *
     * @param body with its secret
     * @throws HeldException as a claim
     * @throws dev.talentpipeline.console.services.ServiceFault if no answer came
     */
    Answer comeIn(byte[] body, String address) {
        return claiming("/api/v1/access-links", body, address, Map.of());
    }

    /**
     * Has another link mailed to a student.
     *
     * @param body with the secret of an old one, whom it was for, or where they are reached
     * @throws HeldException as a claim
     * @throws dev.talentpipeline.console.services.ServiceFault if no answer came
     */
    Answer renew(byte[] body, String address) {
        return claiming(PATH + "/renewals", body, address, Map.of());
    }

    private Answer claiming(String path, byte[] body, String address, Map<String, String> headers) {
        holding.beginClaim(address);
        return send(path, body, headers, () -> holding.knewTheirLink(address));
    }

    /**
     * Sends it.
     *
     * @param hadALink what to do if it named a link, or if that is not known
     */
    private Answer send(String path, byte[] body, Map<String, String> headers, Runnable hadALink) {
        Map<String, String> sent = new LinkedHashMap<>(headers);
        sent.put(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.bearerTokenOf(CONSOLE));
        sent.put(HttpHeaders.CONTENT_TYPE, "application/json");
        Answer answer;
        try {
            answer = services.post(Service.INTERNSHIP, path, sent, body);
        } catch (ServiceFault unanswered) {
            hadALink.run();
            throw unanswered;
        }
        if (!NO_LINK.contains(answer.status())) {
            hadALink.run();
        }
        return answer;
    }
}
