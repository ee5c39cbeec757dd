package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.imports.Findings.RecognisedOccupation;
import dev.talentpipeline.internship.imports.Findings.RecognisedSkill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows below a header, each by itself, and remembers over all of them which texts were taken for skills and occupations and
 * which anchors there were. Not for sharing between threads.
 */
final class Reading {

    private static final int MOST_SKILL_TEXTS = 2_000;
    private static final int MOST_SKILLS_SUGGESTED = 50;

    private final Header header;
    private final CellReader cells;
    private final Recognition skills;
    private final Map<SaidSkill, SkillText> skillTexts = new HashMap<>();
    private final OccupationsSeen occupations;
    private final Map<String, Integer> notUnderstood = new TreeMap<>();
    private final Map<String, Integer> anchors = new HashMap<>();
    private int row;
    private int unlisted;
    private int firstUnlisted;

    Reading(Header header, CellReader.Words words) {
        this.header = header;
        this.skills = words.skills();
        this.occupations = new OccupationsSeen(words.occupations());
        this.cells = new CellReader(words, new CellReader.Listener() {
            @Override
            public void saw(String text, @Nullable Integer level, @Nullable String skill) {
                Reading.this.saw(new SaidSkill(text, level), skill);
            }

            @Override
            public void saw(String text, @Nullable String occupation) {
                occupations.saw(text, occupation);
            }

            @Override
            public void leftOut(String path) {
                notUnderstood.merge(path, 1, Integer::sum);
            }
        });
    }

    private record SaidSkill(String text, @Nullable Integer level) {}

    private static final class SkillText {
        private final @Nullable String skill;
        private int rows;

        SkillText(@Nullable String skill) {
            this.skill = skill;
        }
    }

    /** The row with what is wrong with it by itself. */
    StagedRow read(Table.Row row) {
        this.row = row.number();
        Map<String, String> values = new LinkedHashMap<>();
        List<StagedRow.Problem> problems = new ArrayList<>(row.problems());
        String anchor = "";
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cell(i);
            Column column = i < header.columns().size() ? header.columns().get(i) : null;
            if (column == null) {
                if (i >= header.names().size() && !cell.isBlank()) {
                    problems.add(
                            new StagedRow.Problem(
                                    "column " + (i + 1),
                                    cell.shown(),
                                    "Remove it, or put the cell that holds a delimiter into quotation marks: this row has more cells than the header."));
                }
                continue;
            }
            String name = header.names().get(i);
            String value = cells.read(
                    column.shape(), cell, (shown, remedy) -> problems.add(new StagedRow.Problem(name, shown, remedy)));
            if (value != null) {
                values.put(column.field(), value);
                anchor = column.anchor() ? value : anchor;
            }
        }
        checkAnchor(row, anchor, problems);
        return new StagedRow(
                row.number(),
                problems.isEmpty() ? StagedRow.Standing.NEW : StagedRow.Standing.BAD,
                anchor,
                null,
                values,
                List.of(),
                problems,
                false);
    }

    private void checkAnchor(Table.Row row, String anchor, List<StagedRow.Problem> problems) {
        String name = anchorName();
        if (anchor.isEmpty()) {
            if (problems.stream().noneMatch(problem -> problem.column().equals(name))) {
                problems.add(new StagedRow.Problem(name, null, "Give the row what it is known by, or remove the row."));
            }
            return;
        }
        Integer first = anchors.putIfAbsent(anchor, row.number());
        if (first != null) {
            problems.add(new StagedRow.Problem(
                    name,
                    anchor,
                    "Keep one of the rows %d and %d: both are of the same.".formatted(first, row.number())));
        }
    }

    String anchorName() {
        for (int i = 0; i < header.columns().size(); i++) {
            Column column = header.columns().get(i);
            if (column != null && column.anchor()) {
                return header.names().get(i);
            }
        }
        throw new IllegalStateException("A header has an anchor.");
    }

    /** What the file calls the field; the field itself where it has no such column. */
    String nameOf(String field) {
        String plain = field.replaceAll("[.\\[].*", "");
        for (int i = 0; i < header.columns().size(); i++) {
            Column column = header.columns().get(i);
            if (column != null && column.field().equals(plain)) {
                return header.names().get(i);
            }
        }
        return field;
    }

    private void saw(SaidSkill said, @Nullable String skill) {
        SkillText known = skillTexts.get(said);
        if (known == null) {
            if (skillTexts.size() >= MOST_SKILL_TEXTS) {
                if (skill == null) {
                    unlisted++;
                    firstUnlisted = firstUnlisted == 0 ? row : firstUnlisted;
                }
                return;
            }
            known = new SkillText(skill);
            skillTexts.put(said, known);
        }
        known.rows++;
    }

    /** Those that were not recognised first, then the most frequent. */
    List<RecognisedSkill> skillsSeen() {
        List<Map.Entry<SaidSkill, SkillText>> sorted = skillTexts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<SaidSkill, SkillText> seen) -> seen.getValue().skill != null)
                        .thenComparingInt(seen -> -seen.getValue().rows)
                        .thenComparing(seen -> seen.getKey().text()))
                .toList();
        List<RecognisedSkill> seen = new ArrayList<>();
        for (Map.Entry<SaidSkill, SkillText> each : sorted) {
            String text = each.getKey().text();
            String skill = each.getValue().skill;
            // What is too long to be taught is not asked about.
            boolean suggest = skill == null
                    && seen.size() < MOST_SKILLS_SUGGESTED
                    && text.length() <= Vocabularies.Vocabulary.LONGEST_WORD;
            seen.add(new RecognisedSkill(
                    text,
                    skill,
                    each.getKey().level(),
                    suggest ? skills.nearest(text) : List.of(),
                    each.getValue().rows));
        }
        return seen;
    }

    /** The same of occupations. */
    List<RecognisedOccupation> occupationsSeen() {
        return occupations.all();
    }

    /** The fields of documents of which nothing could be made, and the texts for skills that are too many to be listed. */
    List<Findings.LeftOut> notUnderstood() {
        List<Findings.LeftOut> all = new ArrayList<>();
        notUnderstood.forEach((path, times) -> all.add(new Findings.LeftOut(path, times)));
        if (unlisted > 0) {
            all.add(new Findings.LeftOut("skills[] (row %d …)".formatted(firstUnlisted), unlisted));
        }
        return all;
    }
}
