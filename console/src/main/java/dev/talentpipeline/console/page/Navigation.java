package dev.talentpipeline.console.page;

import dev.talentpipeline.console.identity.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places of a desk, in the order of its menu. Each desk has one, as a bean. */
public interface Navigation {

    Role role();

    List<Place> places();

    /**
     * A place to go to; pages below its path belong to it, and those below another path that is entered from it.
     *
     * @param label key of the message that names it
     * @param icon one of css/icons.svg
     */
    record Place(
            String path,
            String label,
            String icon,
            @Nullable String entered) {

        public Place(String path, String label, String icon) {
            this(path, label, icon, null);
        }

        boolean holds(String page) {
            return isAt(page, path) || (entered != null && isAt(page, entered));
        }

        private static boolean isAt(String page, String path) {
            return page.equals(path) || page.startsWith(path + "/");
        }
    }
}
