package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.api.FlowMap;
import dev.talentpipeline.console.api.FlowMap.Pace;
import dev.talentpipeline.console.api.FlowMap.Reader;
import dev.talentpipeline.console.api.FlowMap.Topic;
import dev.talentpipeline.console.api.FlowMap.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The map as a drawing: writers at the left, topics in the middle, readers at the right, and a line for each flow. All numbers are units of the drawing.
 *
 * @param height how high it is
 * @param boxes the services and topics
 * @param lines who writes and who reads
 */
public record FlowDrawing(int height, List<Box> boxes, List<Line> lines) {

    private static final int ROW = 40;
    private static final int TOP = 8;
    private static final int BOX_HEIGHT = 28;
    private static final int WRITERS = 4;
    private static final int TOPICS = 310;
    private static final int READERS = 612;
    private static final int SERVICE_WIDTH = 184;
    private static final int TOPIC_WIDTH = 176;

    private static final int WIDTH = 800;

    /** Something with a name. */
    public record Box(String name, String kind, int x, int y, int width, int height) {

        public int textY() {
            return y + BOX_HEIGHT / 2 + 5;
        }
    }

    /**
     * A flow from the right side of one box to the left side of another.
     *
     * @param tone bad: not as declared, or it stands still; wait: it lags; good: something flows; idle: nothing does
     */
    public record Line(int fromX, int fromY, int toX, int toY, String tone) {

        /** As SVG draws it: it leaves and arrives level. */
        public String path() {
            int middle = (fromX + toX) / 2;
            return "M%d %dC%d %d %d %d %d %d".formatted(fromX, fromY, middle, fromY, middle, toY, toX, toY);
        }
    }

    public int width() {
        return WIDTH;
    }

    static FlowDrawing of(FlowMap map) {
        List<Box> boxes = new ArrayList<>();
        Map<String, List<Integer>> writerRows = new LinkedHashMap<>();
        Map<String, List<Integer>> readerRows = new LinkedHashMap<>();
        for (int row = 0; row < map.topics().size(); row++) {
            Topic topic = map.topics().get(row);
            boxes.add(new Box(topic.topic(), "topic", TOPICS, y(row), TOPIC_WIDTH, BOX_HEIGHT));
            for (Writer writer : topic.writers()) {
                writerRows
                        .computeIfAbsent(writer.service(), any -> new ArrayList<>())
                        .add(row);
            }
            for (Reader reader : topic.readers()) {
                readerRows
                        .computeIfAbsent(reader.group(), any -> new ArrayList<>())
                        .add(row);
            }
        }
        int rows = Math.max(map.topics().size(), Math.max(writerRows.size(), readerRows.size()));
        Map<String, Box> writers = column(writerRows, WRITERS, rows);
        Map<String, Box> readers = column(readerRows, READERS, rows);
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < map.topics().size(); row++) {
            Topic topic = map.topics().get(row);
            int middle = y(row) + BOX_HEIGHT / 2;
            for (Writer writer : topic.writers()) {
                Box from = writers.get(writer.service());
                if (from != null) {
                    lines.add(new Line(WRITERS + SERVICE_WIDTH, middle(from), TOPICS, middle, tone(writer)));
                }
            }
            for (Reader reader : topic.readers()) {
                Box to = readers.get(reader.group());
                if (to != null) {
                    lines.add(new Line(TOPICS + TOPIC_WIDTH, middle, READERS, middle(to), tone(topic, reader)));
                }
            }
        }
        boxes.addAll(writers.values());
        boxes.addAll(readers.values());
        return new FlowDrawing(TOP + rows * ROW, List.copyOf(boxes), List.copyOf(lines));
    }

    /** The services of one side, evenly over the height, each near what it writes or reads. */
    private static Map<String, Box> column(Map<String, List<Integer>> rowsOf, int x, int rows) {
        List<String> ordered = rowsOf.keySet().stream()
                .sorted(Comparator.comparingDouble(service -> rowsOf.getOrDefault(service, List.of()).stream()
                        .mapToInt(Integer::intValue)
                        .average()
                        .orElse(0)))
                .toList();
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            int y = TOP + (2 * i + 1) * rows * ROW / (2 * ordered.size()) - ROW / 2;
            boxes.put(ordered.get(i), new Box(ordered.get(i), "service", x, y, SERVICE_WIDTH, BOX_HEIGHT));
        }
        return boxes;
    }

    private static int y(int row) {
        return TOP + row * ROW;
    }

    private static int middle(Box box) {
        return box.y() + BOX_HEIGHT / 2;
    }

    private static String tone(Writer writer) {
        return writer.isDrifting() ? "bad" : writer.perSecond() > 0 ? "good" : "idle";
    }

    private static String tone(Topic topic, Reader reader) {
        if (reader.isDrifting()) {
            return "bad";
        }
        return switch (reader.state()) {
            case "STUCK", "STOPPED" -> "bad";
            case "LAGGING" -> "wait";
            case null, default -> flows(topic, reader.pace()) ? "good" : "idle";
        };
    }

    /** A reader that does not say how it gets on reads what is written. */
    private static boolean flows(Topic topic, @Nullable Pace pace) {
        return pace == null
                ? topic.writers().stream().anyMatch(writer -> writer.perSecond() > 0)
                : pace.perSecond() > 0;
    }
}
