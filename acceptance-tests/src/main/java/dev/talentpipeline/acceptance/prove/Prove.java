package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.stack.client.PipelineClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Runs a proof by its name against the running stack: {@code Prove NAME [--minutes N] STACK_JSON}. The exit is 1 where the proof fails. */
public final class Prove {

    private static final String MINUTES = "--minutes";
    private static final int USUAL_MINUTES = 30;

    private static final Map<String, IntFunction<Proof>> PROOFS = new TreeMap<>(Map.of(
            "erasure", minutes -> new ErasureProof(),
            "flows", minutes -> new FlowsProof(Duration.ofMinutes(minutes)),
            "kills", minutes -> new KillsProof(),
            "outages", minutes -> new OutagesProof(),
            "restarts", minutes -> new RestartsProof(),
            "restore", minutes -> new RestoreProof(),
            "settling", minutes -> new SettlingProof(),
            "stalls", minutes -> new StallsProof()));

    private Prove() {}

    public static void main(String[] arguments) {
        Proof proof = proof(List.of(arguments));
        if (proof == null) {
            System.err.println("Say which proof to run: " + String.join(", ", PROOFS.keySet())
                    + "; flows also takes --minutes N, how long it runs without a fault");
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
        }
    }

    /** The proof that the words before the last name; null: they name none. */
    private static @Nullable Proof proof(List<String> words) {
        IntFunction<Proof> named = words.isEmpty() ? null : PROOFS.get(words.getFirst());
        if (named == null) {
            return null;
        }
        return switch (words.size()) {
            case 2 -> named.apply(USUAL_MINUTES);
            case 4 ->
                words.get(1).equals(MINUTES) && words.get(2).matches("[1-9]\\d{0,3}")
                        ? named.apply(Integer.parseInt(words.get(2)))
                        : null;
            default -> null;
        };
    }
}
