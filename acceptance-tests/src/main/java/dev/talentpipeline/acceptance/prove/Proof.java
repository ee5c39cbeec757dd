package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.stack.client.PipelineClient;
import java.util.List;

/** Something that always holds, tried hard on a running stack. */
interface Proof {

    /** Runs it, printing what it sees; answers what does not hold, nothing if all does. */
    List<String> run(PipelineClient client);
}
