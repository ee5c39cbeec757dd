package dev.talentpipeline.internship.imports.json;

import dev.talentpipeline.internship.imports.Cell;
import dev.talentpipeline.internship.imports.Findings;
import dev.talentpipeline.internship.imports.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import tools.jackson.databind.JsonNode;

/** Documents as a table: one a row, one column for each field, called by where the standard says it. */
final class JsonTable implements Table {

    private final Standard standard;
    private final List<JsonNode> documents;
    private final Source source;
    private final Map<String, Integer> leftOut;
    private final Map<String, String> fields = new LinkedHashMap<>();

    JsonTable(Standard standard, List<JsonNode> documents, Source source, Map<String, Integer> leftOut) {
        this.standard = standard;
        this.documents = List.copyOf(documents);
        this.source = source;
        this.leftOut = leftOut;
        for (String field : source.fields()) {
            String extended = standard.extension() + "." + field;
            fields.put(standard.paths().getOrDefault(field, extended), field);
        }
    }

    @Override
    public Findings.Form form() {
        return new Findings.Form(Findings.Format.JSON, "UTF-8", null, standard.name());
    }

    @Override
    public Map<String, String> fields() {
        return fields;
    }

    @Override
    public List<Findings.LeftOut> leftOut() {
        return leftOut.entrySet().stream()
                .map(each -> new Findings.LeftOut(each.getKey(), each.getValue()))
                .toList();
    }

    /** The header, which is before the first, and the documents, counted from 1. */
    @Override
    public Iterator<Row> rows() {
        return new Iterator<>() {

            private int next;

            @Override
            public boolean hasNext() {
                return next <= documents.size();
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int number = next++;
                return number == 0 ? header() : row(number, documents.get(number - 1));
            }
        };
    }

    private Row header() {
        return new Row(
                0,
                fields.keySet().stream().map(name -> (Cell) new Cell.Text(name)).toList());
    }

    private Row row(int number, JsonNode value) {
        Document document = new Document(value);
        Map<String, Cell> said = standard.read(document);
        Document.Part extension = document.root();
        for (String name : standard.extension().split("\\.", -1)) {
            extension = extension.at(name);
        }
        List<Cell> cells = new ArrayList<>();
        boolean isFirst = true;
        for (String field : fields.values()) {
            Cell cell = cell(said.getOrDefault(field, Cell.blank()), extension.at(field));
            cells.add(isFirst && cell.isBlank() ? anchor() : cell);
            isFirst = false;
        }
        document.leftOut().forEach((path, times) -> leftOut.merge(path, times, Integer::sum));
        return new Row(number, cells, document.problems());
    }

    /** What the extension says goes before what the standard's own field does. */
    private static Cell cell(Cell said, Document.Part extended) {
        return extended.isThere() ? Standard.extended(extended) : said;
    }

    /** The anchor is the first field of every kind. */
    private Cell anchor() {
        return documents.size() == 1 ? Standard.text(source.anchor()) : Cell.blank();
    }

    @Override
    public void close() {
        // The file was read whole.
    }
}
