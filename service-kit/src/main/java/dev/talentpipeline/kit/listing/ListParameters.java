package dev.talentpipeline.kit.listing;

import java.util.Set;

/**
 * What all lists of a service read beside what the handler of each reads. A service of which that is so has a bean of this.
 *
 * @param names of the parameters
 * @param instead which of them has the list answered as something else than a page, where fields cannot be chosen
 */
public record ListParameters(Set<String> names, String instead) {

    public ListParameters {
        names = Set.copyOf(names);
    }
}
