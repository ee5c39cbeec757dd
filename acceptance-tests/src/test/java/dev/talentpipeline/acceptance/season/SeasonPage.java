package dev.talentpipeline.acceptance.season;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The calls of a page of documentation, in order. Each stands in a fenced block {@code http}:
 *
 * <pre>
 * company: PUT /api/v1/programmes/{programme}/internships/R1
 * {"title": …}
 * → 201 internship=/id /state=OPEN
 * </pre>
 *
 * <p>Behind the status stand what must hold ({@code /pointer=value}) and what later calls name ({@code name=/pointer}). {@code ⇢} in place of {@code →} says
 * that it comes true within a while.
 */
record SeasonPage(List<Call> calls) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```http\\R(.*?)^```");
    private static final Pattern FIRST_LINE = Pattern.compile("([a-z-]+): (GET|PUT|POST|DELETE) (/\\S+)");
    private static final Pattern LAST_LINE = Pattern.compile("(→|⇢) (\\d{3})((?: \\S+)*)");

    /**
     * One call.
     *
     * @param body JSON; empty if there is none
     */
    record Call(
            String caller,
            String method,
            String path,
            String body,
            boolean eventually,
            int status,
            List<Check> checks) {

        @Override
        public String toString() {
            return "%s: %s %s".formatted(caller, method, path);
        }
    }

    /** Something about an answer, at a JSON pointer. */
    sealed interface Check {

        String pointer();

        record Holds(String pointer, String value) implements Check {}

        record Names(String pointer, String name) implements Check {}
    }

    static SeasonPage read(Path page) {
        try {
            List<Call> calls = new ArrayList<>();
            Matcher blocks = BLOCK.matcher(Files.readString(page));
            while (blocks.find()) {
                calls.add(call(blocks.group(1).strip()));
            }
            return new SeasonPage(List.copyOf(calls));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Call call(String block) {
        List<String> lines = block.lines().toList();
        Matcher first = FIRST_LINE.matcher(lines.getFirst());
        Matcher last = LAST_LINE.matcher(lines.getLast());
        if (!first.matches() || !last.matches()) {
            throw new IllegalArgumentException(
                    "block (%s) must begin with a call and end with its answer.".formatted(block));
        }
        return new Call(
                first.group(1),
                first.group(2),
                first.group(3),
                String.join("\n", lines.subList(1, lines.size() - 1)),
                last.group(1).equals("⇢"),
                Integer.parseInt(last.group(2)),
                Stream.of(last.group(3).strip().split(" "))
                        .filter(check -> !check.isEmpty())
                        .map(SeasonPage::check)
                        .toList());
    }

    private static Check check(String check) {
        String[] sides = check.split("=", 2);
        if (sides.length != 2) {
            throw new IllegalArgumentException("check (%s) must have two sides.".formatted(check));
        }
        return sides[0].startsWith("/") ? new Check.Holds(sides[0], sides[1]) : new Check.Names(sides[1], sides[0]);
    }
}
