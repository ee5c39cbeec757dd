package dev.talentpipeline.console.company;

import dev.talentpipeline.console.api.PostedOpening;
import java.util.ArrayList;
import java.util.Arrays;
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

    /**
     * The lists after somebody did something with them.
     *
     * @param act what is done with the student; null if the whole order is given
     * @param order ids in their new order, with commas between; whoever it does not name keeps their place behind those it names
     */
    WantedStudents after(@Nullable String act, @Nullable String student, @Nullable String order) {
        if (act == null || student == null) {
            return order == null ? this : new WantedStudents(ordered(order), unwanted);
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

    private List<String> ordered(String order) {
        Set<String> next = new LinkedHashSet<>(Arrays.asList(order.split(",")));
        next.retainAll(wanted);
        next.addAll(wanted);
        return List.copyOf(next);
    }

    private static void swap(List<String> listed, int from, int to) {
        if (from >= 0 && to >= 0 && from < listed.size() && to < listed.size()) {
            Collections.swap(listed, from, to);
        }
    }
}
