package dev.talentpipeline.notification.progress;

import java.util.List;

/** Where progress is told. */
public interface ProgressTopic {

    /** Returns once the broker has all of it. Told twice after a crash, it has the same versions, by which readers drop it. */
    void tell(List<Progress> progress);
}
