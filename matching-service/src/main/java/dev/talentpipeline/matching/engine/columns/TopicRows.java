package dev.talentpipeline.matching.engine.columns;

import dev.talentpipeline.matching.preference.TopicAlignment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How near every topic of a student is to every topic of an internship: one row a student's topic, filled when it is first asked for.
 * Words are added by one thread while nobody reads; several threads may read.
 */
final class TopicRows {

    private static final VarHandle ROW = MethodHandles.arrayElementVarHandle(float[][].class);

    private final TopicAlignment alignment;
    private final Words ofStudents = new Words();
    private final Words ofInternships = new Words();
    private float[] @Nullable [] rows = new float[16][];

    TopicRows(TopicAlignment alignment) {
        this.alignment = alignment;
    }

    int numberOfStudents(String topic) {
        int number = ofStudents.number(topic);
        if (number >= rows.length) {
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        return number;
    }

    int numberOfInternships(String topic) {
        return ofInternships.number(topic);
    }

    float between(int offered, int wanted) {
        float[] row = (float[]) ROW.getAcquire(rows, offered);
        return row != null && wanted < row.length ? row[wanted] : filled(offered)[wanted];
    }

    private synchronized float[] filled(int offered) {
        float[] row = new float[ofInternships.size()];
        for (int wanted = 0; wanted < row.length; wanted++) {
            row[wanted] = (float) alignment.between(ofStudents.word(offered), ofInternships.word(wanted));
        }
        ROW.setRelease(rows, offered, row);
        return row;
    }
}
