package dev.talentpipeline.console.access.web;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.signin.HoldingSignIns;
import dev.talentpipeline.console.services.ServiceClient.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has links mailed to students who cannot come in. Internship-service knows where they are reached, and sends the mail; the console holds back who asks
 * too often, and keeps no address.
 */
@Component
final class FreshLinks {

    private final EntryLinks entries;
    private final Claims claims;
    private final HoldingSignIns holding;
    private final JsonMapper json;

    FreshLinks(EntryLinks entries, Claims claims, HoldingSignIns holding, JsonMapper json) {
        this.entries = entries;
        this.claims = claims;
        this.holding = holding;
        this.json = json;
    }

    /**
     * Asks for one.
     *
     * @param old what is known of an earlier link; null: nothing
     * @param email where the student says that they are reached, if there is no earlier link
     * @param address that asks, as the servlet container sees it
     * @throws HoldingSignIns.HeldException if that was asked for too often
     * @throws dev.talentpipeline.console.services.ServiceFault if no answer came
     */
    Answer ask(@Nullable OldLink old, String email, Locale language, String address) {
        String field = "email";
        String value = email.strip();
        if (old != null) {
            Optional<Identity> known = old.isSomebodys() ? entries.whose(old.value()) : Optional.empty();
            field = known.isPresent() ? "person" : "secret";
            value = known.map(student -> Objects.requireNonNull(student.person()))
                    .orElse(old.value());
        }
        holding.beginLink(field.equals("secret") ? null : hash(value.toLowerCase(Locale.ROOT)), address);
        Map<String, String> body =
                Map.of(field, value, "language", language.getLanguage().equals("zh") ? "ZH" : "EN");
        return claims.renew(json.writeValueAsBytes(body), address);
    }

    private static String hash(String whose) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(whose.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
