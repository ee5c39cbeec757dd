package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.stack.client.PipelineClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs a proof by its name against the running stack: {@code Prove NAME STACK_JSON}. The exit is 1 where the proof fails. */
public final class Prove {

    private static final Map<String, Proof> PROOFS = new TreeMap<>(Map.of(
            "erasure", new ErasureProof(),
            "kills", new KillsProof(),
            "outages", new OutagesProof(),
            "restore", new RestoreProof(),
            "settling", new SettlingProof()));

    private Prove() {}

    public static void main(String[] arguments) {
        Proof proof = arguments.length == 2 ? PROOFS.get(arguments[0]) : null;
        if (proof == null) {
            System.err.println("Say which proof to run: " + String.join(", ", PROOFS.keySet()));
            System.exit(2);
            return;
        }
        try (PipelineClient client = PipelineClient.fromStackFile(Path.of(arguments[1]))) {
            List<String> failures = proof.run(client);
            failures.forEach(failure -> System.out.println("FAILED  " + failure));
            System.out.println(failures.isEmpty() ? "proved: " + arguments[0] : "not proved: " + arguments[0]);
            if (!failures.isEmpty()) {
                System.exit(1);
            }
        }
    }
}
