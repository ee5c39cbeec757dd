package dev.talentpipeline.kit.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is written into cells is what is read from them. */
class GuardTest {

    private static final String SIGNS = "=@+-＝－'\"0１aA王 \t\r\n;；,、/|\u200B";
    private static final int TRIES = 20_000;

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(6), 0, SIGNS.length()).forEach(i -> text.append(SIGNS.charAt(i)));
        return text.toString();
    }

    /** Nobody sees blanks at the end of a cell; they are the only thing that is lost. */
    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && Cells.isInvisible(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String read(String cell) {
        String stripped = Cells.strip(cell);
        return Guard.isOn(stripped) ? Guard.off(stripped) : stripped;
    }

    @Test
    void aTextComesBackFromItsCellAndNoCellBeginsLikeAFormula() {
        Random random = new Random(7);
        for (int i = 0; i < TRIES; i++) {
            String text = withoutEnd(text(random));
            String cell = Guard.where(text);

            assertThat(read(cell)).as(cell).isEqualTo(text);
            assertThat(cell).doesNotMatch("(?s)[=@+\\-\t\r＝－].*");
        }
        assertThat(List.of("=1+1", "'=1", "'90s", "O'Neil", "-", "+86 10").stream()
                        .map(Guard::where))
                .containsExactly("'=1+1", "''=1", "''90s", "O'Neil", "'-", "'+86 10");
    }

    @Test
    void itemsComeBackFromOneCellHoweverTheyAreWritten() {
        Random random = new Random(11);
        for (int i = 0; i < TRIES; i++) {
            List<String> items = IntStream.range(0, random.nextInt(4))
                    .mapToObj(each -> text(random))
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
            assertThat(Items.split(Items.join(items))).as("%s", items).isEqualTo(items);
        }
        assertThat(Items.split("Python；\"Vision, language\"、\"a\"\"b\" | \"half"))
                .containsExactly("Python", "Vision, language", "a\"b", "\"half");
    }
}
