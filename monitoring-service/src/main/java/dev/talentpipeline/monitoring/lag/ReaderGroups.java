package dev.talentpipeline.monitoring.lag;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The readers, as the broker knows them. */
public interface ReaderGroups {

    /** Every group that is declared or that the broker knows, with the topics of the catalogue that it reads. */
    List<Group> look();

    /**
     * A group of readers.
     *
     * @param declared whether it is one of the platform's own
     * @param running whether it has a member
     */
    record Group(String id, boolean declared, boolean running, List<Reach> reaches) {

        public Group {
            reaches = List.copyOf(reaches);
        }
    }

    /**
     * How far a group has come in one partition.
     *
     * @param committed the next offset that it will read; null: it never said, so it begins at the beginning
     * @param end the offset after the last one
     */
    record Reach(String topic, int partition, @Nullable Long committed, long end) {}
}
