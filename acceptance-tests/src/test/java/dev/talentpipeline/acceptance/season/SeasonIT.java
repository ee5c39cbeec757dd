package dev.talentpipeline.acceptance.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.acceptance.RunningStack;
import dev.talentpipeline.acceptance.Turn;
import dev.talentpipeline.acceptance.season.GeneratedClient.Answer;
import dev.talentpipeline.acceptance.season.SeasonPage.Call;
import dev.talentpipeline.acceptance.season.SeasonPage.Check;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.StackFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The season walk of the documentation, call by call, on the running system, by the client that is generated from the documents of the API. */
@Order(Turn.FIRST_FROM_THE_END)
class SeasonIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration SOON = Duration.ofSeconds(4);
    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");

    private final PipelineClient client = RunningStack.shared().client();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, GeneratedClient> callers = new HashMap<>();

    @Test
    void aSeasonGoesAsItsPageSays() {
        SeasonPage page =
                SeasonPage.read(RunningStack.shared().launcher().checkout().resolve("docs/season.md"));
        names.put("season", "season-" + UUID.randomUUID().toString().substring(0, 8));
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        names.put("today", today.toString());
        names.put("inAYear", today.plusYears(1).toString());
        names.put("university", org("UNIVERSITY", 0));
        names.put("company", org("COMPANY", 0));
        names.put("newcomer", "co-" + names.get("season"));
        names.put("code", creditCode());
        assertThat(page.calls()).hasSizeGreaterThan(30);

        page.calls().forEach(this::walk);
    }

    private void walk(Call call) {
        if (call.eventually()) {
            await(call.toString())
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> answeredAsSaid(call, send(call)));
        } else {
            answeredAsSaid(call, send(call));
        }
    }

    private void answeredAsSaid(Call call, Answer reply) {
        assertThat(reply.status()).as("%s: %s", call, reply.body()).isEqualTo(call.status());
        for (Check check : call.checks()) {
            JsonNode at = reply.body().at(check.pointer());
            switch (check) {
                case Check.Holds holds ->
                    assertThat(at.asString())
                            .as("%s of %s: %s", holds.pointer(), call, reply.body())
                            .isEqualTo(named(holds.value().replace('␣', ' ')));
                case Check.Names what -> {
                    assertThat(at.isMissingNode() || at.isNull())
                            .as("%s of %s is there: %s", what.pointer(), call, reply.body())
                            .isFalse();
                    names.put(what.name(), at.asString());
                }
            }
        }
    }

    private Answer send(Call call) {
        // A student calls in the session that their link opened, which it does once.
        String caller = call.caller().equals("student") ? names.get("link") : call.caller();
        return callers.computeIfAbsent(
                        caller, first -> new GeneratedClient(client.stack().console(), session(call.caller())))
                .call(call.method(), named(call.path()), named(call.body()));
    }

    /** What a name stands for; a moment that is near is worked out when it is written. */
    private @Nullable String value(String name) {
        return name.equals("soon") ? Instant.now().plus(SOON).toString() : names.get(name);
    }

    private PipelineSession session(String caller) {
        return switch (caller) {
            case "operations" -> client.operations();
            case "university", "company" -> client.as(names.get(caller));
            case "student" -> client.entering(names.get("link"));
            default -> throw new IllegalArgumentException("caller (%s) must be one who takes part.".formatted(caller));
        };
    }

    /** The text with every name in braces in place of what it stands for; braces of JSON hold no bare name. */
    private String named(String text) {
        return NAME.matcher(text).replaceAll(name -> {
            String value = value(name.group(1));
            if (value == null) {
                throw new IllegalArgumentException(
                        "name (%s) must be given by an earlier call.".formatted(name.group()));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** A unified social credit code that nobody has, sound by its check character (GB 32100-2015, 5.1). */
    private static String creditCode() {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        String code = "91000000MA%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
        int sum = 0;
        int weight = 1;
        for (char character : code.toCharArray()) {
            sum += alphabet.indexOf(character) * weight;
            weight = weight * 3 % alphabet.length();
        }
        return code + alphabet.charAt((alphabet.length() - sum % alphabet.length()) % alphabet.length());
    }

    private String org(String role, int which) {
        return client.stack().clients().stream()
                .filter(candidate -> candidate.role().equals(role))
                .map(StackFile.Client::org)
                .skip(which)
                .findFirst()
                .orElseThrow();
    }
}
