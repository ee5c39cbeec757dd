package dev.talentpipeline.internship.imports.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.internship.imports.Fault;
import dev.talentpipeline.internship.imports.ImportKind;
import dev.talentpipeline.internship.imports.Table;
import dev.talentpipeline.internship.imports.UnusableFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens JSON: résumés for students, job postings for openings. It is small enough to be read whole; how deep and how long it may be is bounded before. */
@Component
@Order(1)
final class JsonTables implements Table.Opener {

    private static final long LARGEST_BYTES = 4L * 1024 * 1024;

    private static final Pattern BEGINNING = Pattern.compile("(?s)\uFEFF?\\s*(\\{\\s*(\"|}|$)|\\[\\s*([{\\]\\[]|$)).*");

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(50)
            .maxStringLength(100_000)
            .maxNameLength(1_000)
            .maxNumberLength(50)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(BOUNDS).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public boolean takes(byte[] beginning) {
        return BEGINNING.matcher(new String(beginning, UTF_8)).matches();
    }

    @Override
    public Table open(Table.Source source, byte[] beginning) throws IOException {
        Standard standard = switch (source.kind()) {
            case STUDENTS -> new Resumes();
            case OPENINGS -> new Postings();
        };
        Map<String, Integer> leftOut = new TreeMap<>();
        List<JsonNode> documents = standard.documents(read(source), leftOut);
        if (documents.isEmpty()) {
            throw unusable(
                    "unreadable-file",
                    "The JSON holds no %s.".formatted(standard.name()),
                    null,
                    source.kind() == ImportKind.STUDENTS
                            ? "Give a résumé with basics, education, skills or work, or a list of such."
                            : "Give a JobPosting of schema.org, a list of such, or a @graph that holds some.");
        }
        return new JsonTable(standard, documents, source, leftOut);
    }

    private static JsonNode read(Table.Source source) throws IOException {
        if (Files.size(source.file()) > LARGEST_BYTES) {
            throw unusable(
                    "too-large-document",
                    "JSON is read whole, so it may have at most %d bytes.".formatted(LARGEST_BYTES),
                    null,
                    "Split it into several files, or send a table.");
        }
        try {
            String text = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(source.file())))
                    .toString();
            return MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw unusable("wrong-encoding", "The JSON is not UTF-8.", null, "Save it as UTF-8.");
        } catch (StreamConstraintsException e) {
            throw unusable(
                    "too-large-document",
                    "The JSON is nested too deeply, or has a value that is too long (%s)."
                            .formatted(e.getOriginalMessage()),
                    line(e),
                    "Take out what is no fact about a person or an opening, such as pictures.");
        } catch (JacksonException e) {
            throw unusable(
                    "broken-file",
                    "The file is no JSON: %s.".formatted(e.getOriginalMessage()),
                    line(e),
                    "Mend it there. Maybe the upload was cut off: then upload the file again.");
        }
    }

    private static @Nullable Integer line(JacksonException e) {
        return e.getLocation() == null ? null : Math.max(1, e.getLocation().getLineNr());
    }

    private static UnusableFileException unusable(String type, String detail, @Nullable Integer line, String remedy) {
        return new UnusableFileException(new Fault(type, detail, line, null, remedy));
    }
}
