package dev.talentpipeline.console.page;

import dev.talentpipeline.console.identity.Role;
import java.util.List;

/** The places of a desk, in the order of its menu. Each desk has one, as a bean. */
public interface Navigation {

    Role role();

    List<Place> places();

    /**
     * A place to go to; pages below its path belong to it.
     *
     * @param label key of the message that names it
     * @param icon one of css/icons.svg
     */
    record Place(String path, String label, String icon) {

        boolean holds(String page) {
            return page.equals(path) || page.startsWith(path + "/");
        }
    }
}
