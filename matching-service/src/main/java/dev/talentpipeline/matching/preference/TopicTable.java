package dev.talentpipeline.matching.preference;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The alignment of every topic that a student named with every topic that an internship named, worked out once each. */
final class TopicTable {

    private static final double UNSTATED = 0.5;
    private static final float NOT_YET = -1;

    private final TopicAlignment alignment;
    private final List<String> ofStudents;
    private final List<String> ofInternships;
    private final float[] @Nullable [] known;

    TopicTable(TopicAlignment alignment, List<String> ofStudents, List<String> ofInternships) {
        this.alignment = alignment;
        this.ofStudents = ofStudents;
        this.ofInternships = ofInternships;
        this.known = new float[ofStudents.size()][];
    }

    double alignment(int[] studentTopics, int[] internshipTopics) {
        if (internshipTopics.length == 0) {
            return UNSTATED;
        }
        double sum = 0;
        for (int wanted : internshipTopics) {
            float nearest = 0;
            for (int offered : studentTopics) {
                nearest = Math.max(nearest, between(offered, wanted));
            }
            sum += nearest;
        }
        return sum / internshipTopics.length;
    }

    private float between(int offered, int wanted) {
        float[] row = known[offered];
        if (row == null) {
            row = new float[ofInternships.size()];
            Arrays.fill(row, NOT_YET);
            known[offered] = row;
        }
        if (row[wanted] == NOT_YET) {
            row[wanted] = (float) alignment.between(ofStudents.get(offered), ofInternships.get(wanted));
        }
        return row[wanted];
    }
}
