package dev.talentpipeline.acceptance.prove;

import java.util.ArrayList;
import java.util.List;

/** What must hold at the end of a proof, printed as it is looked at. */
final class Checks {

    private final List<String> failures = new ArrayList<>();

    void holds(boolean holds, String what) {
        System.out.printf("%-6s  %s%n", holds ? "holds" : "BROKEN", what);
        if (!holds) {
            failures.add(what);
        }
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}
