package dev.talentpipeline.matching.market;

import java.util.HashSet;
import java.util.List;

/**
 * Whom one side named, best first.
 *
 * @param ids the named ones, without a repetition
 * @param only whether nobody else is acceptable
 */
public record PreferenceList(List<String> ids, boolean only) {

    public static final PreferenceList NONE = new PreferenceList(List.of(), false);

    public PreferenceList {
        ids = List.copyOf(ids);
        var seen = new HashSet<String>();
        for (String id : ids) {
            InvalidFactsException.require(
                    seen.add(id),
                    "preferences name " + id + " twice, but every one may stand once. Maybe drop the second.");
        }
    }
}
