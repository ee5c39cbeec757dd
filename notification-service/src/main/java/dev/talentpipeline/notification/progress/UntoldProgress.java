package dev.talentpipeline.notification.progress;

import java.util.List;
import java.util.function.Consumer;

/** Progress that was made and not told yet, oldest first. */
public interface UntoldProgress {

    /**
     * Hands the oldest progress on, in one transaction, and forgets it once the taker returns; if the taker throws, it stays. One taker at a
     * time among all processes, so that a notice's versions keep their order; while another takes, there is nothing here.
     *
     * @return how much was taken
     */
    int take(int most, Consumer<List<Progress>> taker);
}
