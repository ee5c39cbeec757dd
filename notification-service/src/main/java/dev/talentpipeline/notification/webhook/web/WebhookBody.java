package dev.talentpipeline.notification.webhook.web;

import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.webhook.Endpoint.Address;
import dev.talentpipeline.notification.webhook.EndpointKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A webhook as it is sent. */
record WebhookBody(
        @Described(as = URI.class, required = true) @Nullable String url,

        @Described(as = EndpointKind.class) @Nullable String kind,

        @Nullable String language,

        @Schema(
                description =
                        "Of a DingTalk robot whose security setting is the signature; it is told to nobody. Give it with each change.",
                example = "SEC0a1b2c3d")
        @Nullable String robotSecret) {

    private static final int LONGEST_URL = 2_000;
    private static final Pattern ROBOT_SECRET = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private record Violation(String field, @Nullable String value, String remedy) {}

    /**
     * Reads it, with all that is wrong told at once.
     *
     * @param allowed names of hosts that may be written to without TLS
     */
    Address address(Set<String> allowed) {
        List<Violation> violations = new ArrayList<>();
        URI target = target(allowed);
        if (target == null) {
            violations.add(new Violation(
                    "url",
                    url,
                    "Give an https address with a host, of at most %d characters, without a name or password in it."
                            .formatted(LONGEST_URL)));
        }
        EndpointKind ofKind = oneOf("kind", kind, EndpointKind.STANDARD, violations);
        Language inLanguage = oneOf("language", language, Language.ZH, violations);
        if (robotSecret != null
                && (ofKind != EndpointKind.DINGTALK
                        || !ROBOT_SECRET.matcher(robotSecret).matches())) {
            violations.add(new Violation(
                    "robotSecret", null, "Give up to 200 visible ASCII characters, for a DINGTALK robot only."));
        }
        if (target == null || !violations.isEmpty()) {
            Violation first = violations.getFirst();
            throw Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "invalid-fields",
                            "Some fields are not what they must be (%d).".formatted(violations.size()))
                    .field(first.field())
                    .value(first.value())
                    .remedy(first.remedy())
                    .with("errors", violations)
                    .asException();
        }
        return new Address(target, ofKind, inLanguage, robotSecret);
    }

    private @Nullable URI target(Set<String> allowed) {
        if (url == null || url.length() > LONGEST_URL) {
            return null;
        }
        try {
            URI given = new URI(url);
            String host = given.getHost();
            String scheme = given.getScheme();
            if (host == null || scheme == null || given.getRawUserInfo() != null || given.getRawFragment() != null) {
                return null;
            }
            boolean open = allowed.contains(host.toLowerCase(Locale.ROOT)) && scheme.equals("http");
            return scheme.equals("https") || open ? given : null;
        } catch (URISyntaxException e) {
            // Said above, in the same words as any other address that will not do.
            return null;
        }
    }

    private static <E extends Enum<E>> E oneOf(
            String field, @Nullable String value, E usual, List<Violation> violations) {
        if (value == null) {
            return usual;
        }
        E[] all = usual.getDeclaringClass().getEnumConstants();
        for (E each : all) {
            if (each.name().equalsIgnoreCase(value)) {
                return each;
            }
        }
        violations.add(new Violation(field, value, "Use one of %s.".formatted(Arrays.toString(all))));
        return usual;
    }
}
