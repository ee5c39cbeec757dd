package dev.talentpipeline.matching.topology;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * To which events what a clearing finds goes back. A match goes back to what was last said of its student since the clearing before, so that whoever sent that finds what came of it;
 * where nothing was, to the last of all changes, without which nothing would have been cleared. Memory only: after a restart less is known. Used by the task's thread only.
 */
final class Causes {

    /** Of a round there may be weeks of changes; of those that are too many the oldest are forgotten. */
    private static final int STUDENTS_MOST = 10_000;

    private Cause last = Cause.UNKNOWN;
    private Map<String, Cause> ofStudents = new Bounded();

    private static final class Bounded extends LinkedHashMap<String, Cause> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Cause> eldest) {
            return size() > STUDENTS_MOST;
        }
    }

    void changed(Cause by) {
        last = by;
    }

    void studentChanged(String studentId, Cause by) {
        last = by;
        ofStudents.remove(studentId);
        ofStudents.put(studentId, by);
    }

    /** What is known now, for a clearing that begins; what changes from now on is the next one's. */
    Causes taken() {
        Causes taken = new Causes();
        taken.last = last;
        taken.ofStudents = ofStudents;
        ofStudents = new Bounded();
        return taken;
    }

    Cause last() {
        return last;
    }

    Cause of(String studentId) {
        return ofStudents.getOrDefault(studentId, last);
    }
}
