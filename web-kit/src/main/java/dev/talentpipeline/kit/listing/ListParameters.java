package dev.talentpipeline.kit.listing;

import java.util.Set;

/**
 * What all lists of a service read beside what the handler of each reads. A service of which that is so has a bean of this.
 *
 * @param names of the parameters
 */
public record ListParameters(Set<String> names) {

    public ListParameters {
        names = Set.copyOf(names);
    }
}
