package dev.talentpipeline.console.company;

import dev.talentpipeline.console.api.PostedOpening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The company's two lists of an opening.
 *
 * @param wanted the most wanted first
 */
record WantedStudents(List<String> wanted, List<String> unwanted) {

    static WantedStudents of(PostedOpening opening) {
        return new WantedStudents(opening.wanted(), opening.unwanted());
    }

    /** With those who are wanted in this order; whoever it does not name keeps their place behind those it names. */
    WantedStudents inOrder(@Nullable List<String> order) {
        if (order == null) {
            return this;
        }
        Set<String> next = new LinkedHashSet<>(order);
        next.retainAll(wanted);
        next.addAll(wanted);
        return new WantedStudents(List.copyOf(next), unwanted);
    }

    /** The lists after this was done with a student; as they are if it was done with nobody. */
    WantedStudents after(String act, @Nullable String student) {
        if (student == null) {
            return this;
        }
        List<String> listed = new ArrayList<>(wanted);
        List<String> barred = new ArrayList<>(unwanted);
        int at = listed.indexOf(student);
        switch (act) {
            case "add" -> {
                barred.remove(student);
                if (at < 0) {
                    listed.add(student);
                }
            }
            case "remove" -> listed.remove(student);
            case "exclude" -> {
                listed.remove(student);
                if (!barred.contains(student)) {
                    barred.add(student);
                }
            }
            case "include" -> barred.remove(student);
            case "up" -> swap(listed, at, at - 1);
            case "down" -> swap(listed, at, at + 1);
            default -> {}
        }
        return new WantedStudents(List.copyOf(listed), List.copyOf(barred));
    }

    private static void swap(List<String> listed, int from, int to) {
        if (from >= 0 && to >= 0 && from < listed.size() && to < listed.size()) {
            Collections.swap(listed, from, to);
        }
    }
}
