package dev.talentpipeline.kit.exports;

import dev.talentpipeline.kit.listing.Listed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ResolvableType;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers whoever asks for a list as a file with all of it: has the list itself answer, with the caller's own rights and filters, one part after the
 * other, and writes each before it asks for the next. So a file shows what the list shows; memory holds one part of it, and no connection to the
 * database waits for a slow reader. What fails before the first part is there is answered as a problem; what fails later breaks the connection
 * off, so that nobody takes half a list for a whole one.
 */
public final class ListExports implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(ListExports.class);

    private static final String KEY = "Idempotency-Key";

    private final ListParts parts;
    private final List<Sheet.Writer> writers;
    private final ImportedColumns imported;
    private final PrescribedColumns prescribed;
    private final ExportRecords records;
    private final Map<String, String> dictionary;
    private final JsonMapper mapper;

    /**
     * @param dictionary Chinese words by names of fields
     */
    ListExports(
            ListParts parts,
            List<Sheet.Writer> writers,
            ImportedColumns imported,
            PrescribedColumns prescribed,
            ExportRecords records,
            Map<String, String> dictionary,
            JsonMapper mapper) {
        this.parts = parts;
        this.writers = List.copyOf(writers);
        this.imported = imported;
        this.prescribed = prescribed;
        this.records = records;
        this.dictionary = Map.copyOf(dictionary);
        this.mapper = mapper;
    }

    /** Whether the method answers a list. */
    static boolean isList(HandlerMethod method) {
        return item(method).resolve() != null;
    }

    /** What the list that the method answers is a list of; of nothing if it answers none. */
    private static ResolvableType item(HandlerMethod method) {
        ResolvableType answer = ResolvableType.forMethodReturnType(method.getMethod());
        if (ResponseEntity.class.isAssignableFrom(answer.toClass())) {
            answer = answer.getGeneric(0);
        }
        return answer.as(Listed.class).getGeneric(0);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!(handler instanceof HandlerMethod method)
                || !isList(method)
                || !("GET".equals(request.getMethod()) || method.hasMethodAnnotation(MadeList.class))) {
            return true;
        }
        Optional<ExportRequest> wanted = ExportRequest.of(request);
        if (wanted.isEmpty()) {
            return true;
        }
        if (request.getHeader(KEY) != null) {
            // An answer that is kept under a key is held in memory until it is whole, which a file may be too large
            // for.
            throw ExportRequest.wrong(
                    KEY, null, "Leave it out with format: a file is made anew each time, and kept under no key.");
        }
        Listed<?> first = parts.of(method, request, response, null);
        ListColumns all = columns(method, pattern(request), wanted.get().language());
        ListColumns columns = narrowed(all, wanted.get(), request);
        ExportRecords.ExportRecord record = records.of(request, wanted.get(), all.concernPeople());
        head(response, wanted.get().format(), request.getRequestURI());
        long rows = 0;
        try {
            ListFile file = file(wanted.get(), columns, response);
            for (Listed<?> part = first; ; part = parts.of(method, request, response, part.next())) {
                file.add(part);
                rows += part.items().size();
                if (part.next() == null) {
                    break;
                }
            }
            // Before the end: a file of which nothing is on the trail is none.
            record.whole(rows);
            file.end();
        } catch (Exception e) {
            // Without the path itself: it may hold a student number.
            LOG.warn("The export {} was broken off", pattern(request), e);
            record.brokenOff(rows);
            throw new BrokenOffException();
        }
        return false;
    }

    /** Of no kind that anybody answers: the container closes the connection. */
    private static final class BrokenOffException extends IOException {

        private static final long serialVersionUID = 1L;

        BrokenOffException() {
            super("The export was broken off.");
        }
    }

    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private static void head(HttpServletResponse response, ExportFormat format, String uri) {
        String name =
                uri.substring(uri.lastIndexOf('/') + 1) + "." + format.name().toLowerCase(Locale.ROOT);
        response.setContentType(
                format == ExportFormat.CSV ? format.mediaType() + ";charset=UTF-8" : format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    private ListFile file(ExportRequest wanted, ListColumns columns, HttpServletResponse response) throws IOException {
        if (wanted.format() == ExportFormat.JSON) {
            return ListFile.json(response.getOutputStream(), mapper, wanted.fields());
        }
        Sheet sheet = writers.stream()
                .filter(writer -> writer.format() == wanted.format())
                .findFirst()
                .orElseThrow()
                .begin(response.getOutputStream(), columns.headings());
        return ListFile.table(sheet, columns, mapper);
    }

    private ListColumns narrowed(ListColumns all, ExportRequest wanted, HttpServletRequest request) {
        if (wanted.template() != null) {
            return all.by(prescribed.of(request, wanted.template()));
        }
        return wanted.fields() == null ? all : all.of(wanted.fields().names());
    }

    /** Whether there is a Chinese word for the field. */
    boolean knows(String field) {
        return dictionary.containsKey(field);
    }

    /** The fields that the list at the path has columns for, with a dot before what is within another. */
    public List<String> fields(HandlerMethod method, String path) {
        return columns(method, path, ExportLanguage.EN).fields();
    }

    /** The columns of the list at the path. */
    ListColumns columns(HandlerMethod method, String path, ExportLanguage language) {
        return new ListColumns(
                item(method).toClass(), new Headings(dictionary, imported.of(path, language), language), language);
    }
}
