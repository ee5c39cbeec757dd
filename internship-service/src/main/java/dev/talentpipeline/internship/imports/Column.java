package dev.talentpipeline.internship.imports;

import dev.talentpipeline.kit.cell.Cells;
import java.util.List;

/**
 * A column that an import reads.
 *
 * @param field of the resource, as the API calls it
 * @param anchor whether rows are known by it
 * @param names by which files call it, Chinese and English; the first of each are those of the templates
 */
record Column(String field, Shape shape, boolean anchor, String zh, String en, List<String> names) {

    Column {
        names = List.copyOf(names);
    }

    static Column anchor(String field, String zh, String en, String... others) {
        return new Column(field, Shape.CODE, true, zh, en, List.of(others));
    }

    static Column of(String field, Shape shape, String zh, String en, String... others) {
        return new Column(field, shape, false, zh, en, List.of(others));
    }

    boolean isNamed(String key) {
        return Cells.key(field).equals(key)
                || Cells.key(zh).equals(key)
                || Cells.key(en).equals(key)
                || names.stream().anyMatch(name -> Cells.key(name).equals(key));
    }

    /** What a cell of the column holds. */
    enum Shape {
        /** A number or reference that is no quantity: zeros in front belong to it. */
        CODE(Shape.ONE),
        TEXT(Shape.PAGES),
        DATE(Shape.ONE),
        WHOLE(Shape.ONE),
        YES_NO(Shape.ONE),
        DEGREE(Shape.ONE),
        LANGUAGE(Shape.ONE),
        /** Several texts. */
        TEXTS(Shape.SEVERAL),
        REGION(Shape.ONE),
        REGIONS(Shape.SEVERAL),
        SCHOOL(Shape.ONE),
        /** Openings of the programme, in order. */
        OPENINGS(Shape.PAGES),
        OCCUPATION(Shape.ONE),
        OCCUPATIONS(Shape.SEVERAL),
        /** Several skills, each with its level if it is known. */
        LEVELLED_SKILLS(Shape.SEVERAL),
        SKILLS(Shape.SEVERAL);

        private static final int ONE = 200;
        private static final int SEVERAL = 10_000;
        private static final int PAGES = 40_000;

        /** More characters than whatever such a cell can hold and be right; what is longer is not looked into. */
        final int longest;

        Shape(int longest) {
            this.longest = longest;
        }
    }
}
