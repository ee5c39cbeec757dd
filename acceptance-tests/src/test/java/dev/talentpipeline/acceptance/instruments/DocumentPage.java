package dev.talentpipeline.acceptance.instruments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation, as Markdown. */
record DocumentPage(Path file, String text) {

    private static final Pattern LINK = Pattern.compile("(?<!!)\\[(?:[^]\\[]|\\[[^]]*])*]\\(([^)\\s]+)\\)");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\(([^)\\s]+)\\)|<img src=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

    static DocumentPage of(Path file) {
        return new DocumentPage(file, Checkout.read(file));
    }

    /** Every page about operating: the overview, the page of metrics, and a page for each symptom. */
    static List<DocumentPage> ofOperations() {
        return Stream.concat(
                        Stream.of(Checkout.ROOT.resolve("docs/operations.md"), Checkout.METRICS_PAGE),
                        Checkout.files(Checkout.ROOT.resolve("docs/operations"), ".md").stream())
                .map(DocumentPage::of)
                .toList();
    }

    @Override
    public String toString() {
        return file.toString();
    }

    /** What stands in code marks in the running text. */
    List<String> code() {
        return CODE.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map(code -> code.group(1))
                .toList();
    }

    /** Links and pictures that lead nowhere in this repository; what leads out of it is not looked at. */
    List<String> deadEnds() {
        String prose = FENCE.matcher(text).replaceAll("");
        return Stream.concat(
                        LINK.matcher(prose).results().map(link -> link.group(1)),
                        PICTURE.matcher(prose)
                                .results()
                                .map(picture -> picture.group(1) == null ? picture.group(2) : picture.group(1)))
                .filter(target -> !target.contains(":"))
                .filter(target -> !leadsSomewhere(target))
                .toList();
    }

    private boolean leadsSomewhere(String target) {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path there = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        return Files.exists(there) && (hash < 0 || of(there).anchors().contains(target.substring(hash + 1)));
    }

    /** Headings as links name them. */
    private Set<String> anchors() {
        return HEADING.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
