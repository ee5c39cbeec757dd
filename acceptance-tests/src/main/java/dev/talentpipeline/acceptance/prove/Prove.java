package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.stack.client.PipelineClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a proof by its name against the running stack: {@code Prove NAME [--OPTION N]… STACK_JSON}. The exit is 1 where the proof fails, and 2 where it cannot be run. */
public final class Prove {

    private static final String MINUTES = "--minutes";
    private static final String OFFERS = "--offers";
    private static final String KILLS = "--kills";

    private static final Map<String, Named> PROOFS = new TreeMap<>(Map.of(
            "erasure", Named.of(ErasureProof::new),
            "flows",
                    new Named(
                            Map.of(MINUTES, 30),
                            sizes -> new FlowsProof(Duration.ofMinutes(sizes.applyAsInt(MINUTES)))),
            "kills", Named.of(KillsProof::new),
            "notices",
                    new Named(
                            Map.of(OFFERS, 20_000, KILLS, 20),
                            sizes -> new NoticesProof(sizes.applyAsInt(OFFERS), sizes.applyAsInt(KILLS))),
            "outages", Named.of(OutagesProof::new),
            "restarts", Named.of(RestartsProof::new),
            "restore", Named.of(RestoreProof::new),
            "settling", Named.of(SettlingProof::new),
            "stalls", Named.of(StallsProof::new)));

    private Prove() {}

    /**
     * A proof by its name.
     *
     * @param usual what can be said about its size, and what holds where nothing is
     */
    private record Named(Map<String, Integer> usual, Function<ToIntFunction<String>, Proof> making) {

        static Named of(Supplier<Proof> making) {
            return new Named(Map.of(), _ -> making.get());
        }
    }

    public static void main(String[] arguments) {
        Proof proof = proof(List.of(arguments));
        if (proof == null) {
            System.err.println("Say which proof to run, and how much of it: "
                    + PROOFS.entrySet().stream().map(Prove::usage).collect(Collectors.joining(", ")));
            System.exit(2);
            return;
        }
        try (PipelineClient client = PipelineClient.fromStackFile(Path.of(arguments[arguments.length - 1]))) {
            List<String> failures = proof.run(client);
            failures.forEach(failure -> System.out.println("FAILED  " + failure));
            System.out.println(failures.isEmpty() ? "proved: " + arguments[0] : "not proved: " + arguments[0]);
            if (!failures.isEmpty()) {
                System.exit(1);
            }
        } catch (UnfitStackException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static String usage(Map.Entry<String, Named> named) {
        return named.getKey()
                + named.getValue().usual().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(size -> " [%s %d]".formatted(size.getKey(), size.getValue()))
                        .collect(Collectors.joining());
    }

    /** The proof that the words before the last name; null: they name none. */
    private static @Nullable Proof proof(List<String> words) {
        Named named = words.isEmpty() ? null : PROOFS.get(words.getFirst());
        if (named == null || words.size() % 2 != 0) {
            return null;
        }
        Map<String, Integer> sizes = new HashMap<>(named.usual());
        for (int i = 1; i < words.size() - 1; i += 2) {
            if (!sizes.containsKey(words.get(i)) || !words.get(i + 1).matches("[1-9]\\d{0,5}")) {
                return null;
            }
            sizes.put(words.get(i), Integer.parseInt(words.get(i + 1)));
        }
        return named.making().apply(size -> Objects.requireNonNull(sizes.get(size)));
    }
}
