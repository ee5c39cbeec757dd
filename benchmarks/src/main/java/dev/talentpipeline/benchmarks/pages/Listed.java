package dev.talentpipeline.benchmarks.pages;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A list of the console, and by what one knows that something stands in it: an empty list is quickly shown and proves nothing.
 *
 * @param path where it is
 * @param name the same for everybody who looks at a list of this kind
 * @param row what one row looks like
 */
record Listed(String path, String name, Pattern row) {

    private static final Pattern TROUBLE = Pattern.compile("class=\"alert alert-danger[^>]*>.{0,400}", Pattern.DOTALL);

    /** What keeps the page from being the list that it should be; empty: it is one. */
    Optional<String> missingIn(String page) {
        var trouble = TROUBLE.matcher(page);
        if (trouble.find()) {
            return Optional.of("%s must be shown whole, and says: %s"
                    .formatted(path, trouble.group().replaceAll("<[^>]*>?|\\s+", " ")));
        }
        return row.matcher(page).find()
                ? Optional.empty()
                : Optional.of("%s must list something, and has nothing like %s.".formatted(path, row));
    }
}
