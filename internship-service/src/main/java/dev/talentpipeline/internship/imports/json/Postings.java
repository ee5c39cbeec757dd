package dev.talentpipeline.internship.imports.json;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.imports.Cell;
import dev.talentpipeline.internship.imports.json.Document.Part;
import dev.talentpipeline.kit.cell.Guard;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/**
 * JobPosting of schema.org as JSON-LD, by itself, in a list or in a graph. It knows no number of weeks; under {@code talentPipeline} a posting may say whatever an
 * opening has beyond it.
 */
final class Postings implements Standard {

    private static final String TYPE = "@type";
    private static final String POSTING = "JobPosting";

    private static final Pattern CHINA = Pattern.compile("(?i)cn|chn|china|p\\.?\\s?r\\.?\\s?china|中国|中华人民共和国");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern YUAN = Pattern.compile("(?i)cny|rmb|¥|元|人民币");
    private static final Pattern MONTHLY = Pattern.compile("(?i)month|mon|月");

    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("reference", "identifier"),
            Map.entry("title", "title"),
            Map.entry("description", "description"),
            Map.entry("occupation", "occupationalCategory"),
            Map.entry("region", "jobLocation.address"),
            Map.entry("remote", "jobLocationType"),
            Map.entry("startsOn", "jobStartDate"),
            Map.entry("stipend", "baseSalary.value"),
            Map.entry("seats", "totalJobOpenings"),
            Map.entry("minimumDegree", "educationRequirements"),
            Map.entry("requiredSkills", "skills"),
            Map.entry("applyBy", "validThrough"));

    /** What an opening has no field for, but its description can say. */
    private static final Map<String, String> DESCRIBED = new LinkedHashMap<>();

    static {
        DESCRIBED.put("responsibilities", "Responsibilities");
        DESCRIBED.put("qualifications", "Qualifications");
        DESCRIBED.put("experienceRequirements", "Experience");
        DESCRIBED.put("workHours", "Hours");
        DESCRIBED.put("jobBenefits", "Benefits");
        DESCRIBED.put("incentiveCompensation", "Incentives");
    }

    @Override
    public String name() {
        return "JobPosting";
    }

    @Override
    public Map<String, String> paths() {
        return PATHS;
    }

    @Override
    public String extension() {
        return "talentPipeline";
    }

    @Override
    public List<JsonNode> documents(JsonNode file, Map<String, Integer> leftOut) {
        LinkedData data = new LinkedData(file);
        List<JsonNode> found = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode each : file.isArray() ? file.values() : List.of(file)) {
            JsonNode graph = each.path("@graph");
            for (JsonNode thing : graph.isArray() ? graph.values() : List.of(each)) {
                if (types(thing).contains(POSTING)) {
                    found.add(data.plain(thing));
                } else {
                    others.add(thing);
                }
            }
        }
        for (JsonNode other : others) {
            if (!data.isPartOfAnother(other)) {
                leftOut.merge(String.join(" ", types(other)) + "[]", 1, Integer::sum);
            }
        }
        return found;
    }

    private static List<String> types(JsonNode thing) {
        JsonNode type = thing.path(TYPE);
        return (type.isArray() ? type.valueStream() : Stream.of(type))
                .filter(JsonNode::isString)
                .map(each -> LinkedData.bare(each.asString()))
                .toList();
    }

    @Override
    public Map<String, Cell> read(Document document) {
        Part posting = document.root();
        List.of("@context", TYPE, "@id").forEach(name -> posting.at(name).take());
        Map<String, Cell> cells = new HashMap<>();
        cells.put("reference", Standard.text(identifier(posting.at("identifier"))));
        String title =
                posting.at(posting.at("title").isThere() ? "title" : "name").text();
        cells.put("title", Standard.text(title));
        cells.put("description", Standard.text(description(posting)));
        cells.put("occupation", occupation(posting, title));
        cells.put("region", region(posting.at("jobLocation")));
        Part place = posting.at("jobLocationType");
        if ("TELECOMMUTE".equalsIgnoreCase(place.glimpse())) {
            place.take();
            cells.put("remote", new Cell.YesNo(true));
        }
        readDay(posting.at("jobStartDate"), "startsOn", cells);
        readDay(posting.at("validThrough"), "applyBy", cells);
        cells.put("stipend", stipend(posting));
        cells.put("seats", Standard.text(posting.at("totalJobOpenings").code()));
        readDegree(posting, cells);
        cells.put("requiredSkills", skills(posting.at("skills")));
        return cells;
    }

    /** An identifier is a text, or a property with a value. */
    private static @Nullable String identifier(Part identifier) {
        List<Part> all = identifier.items();
        if (all.isEmpty()) {
            return null;
        }
        Part first = all.getFirst();
        if (!first.isObject()) {
            return first.code();
        }
        List.of(TYPE, "propertyID", "name").forEach(name -> first.at(name).take());
        return first.at("value").code();
    }

    private static @Nullable String description(Part posting) {
        List<String> paragraphs = new ArrayList<>();
        String description = posting.at("description").text();
        if (description != null) {
            paragraphs.add(plain(description));
        }
        DESCRIBED.forEach((field, label) -> {
            String text = posting.at(field).glimpse();
            if (text != null) {
                posting.at(field).take();
                paragraphs.add(label + ": " + plain(text));
            }
        });
        return paragraphs.isEmpty() ? null : String.join("\n\n", paragraphs);
    }

    /** Text that may be HTML without its tags. Each pattern looks at a character once, however long a run of them is. */
    static String plain(String text) {
        String lines = text.replaceAll("(?i)<(br\\s*/?|/p|/h[1-6]|/li|/div|/ul|/ol)>", "\n")
                .replaceAll("(?i)<li[^<>]*>", "- ");
        return HtmlUtils.htmlUnescape(lines.replaceAll("<[/!]?[A-Za-z][^<>]*>", ""))
                .replaceAll("(?<![ \\t])[ \\t]*+\\n[ \\t]*+", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    /** The first of what it is called that the catalogue knows; the title where it is called nothing. */
    private static Cell occupation(Part posting, @Nullable String title) {
        List<String> names = new ArrayList<>();
        Part category = posting.at("occupationalCategory");
        for (Part each : category.items()) {
            Part name = each.isObject() ? each.at("name") : each;
            String text = name.glimpse();
            if (text != null) {
                names.add(text);
                // Codes stand before the names, as in 15-1132.00 Software Developers.
                names.add(text.replaceFirst("^[0-9][0-9.-]*\\s+", ""));
            }
        }
        category.take();
        Part relevant = posting.at("relevantOccupation");
        if (relevant.isObject() && relevant.at("name").glimpse() != null) {
            relevant.at(TYPE).take();
            names.add(Objects.requireNonNull(relevant.at("name").text()));
        }
        if (names.isEmpty()) {
            return title == null ? Cell.blank() : new Cell.Guess("", List.of(title));
        }
        return new Cell.Guess(category.isThere() ? category.path() : relevant.path(), names);
    }

    /** The first place of work as a region; places beyond it are left out. */
    private static Cell region(Part location) {
        List<Part> places = location.items();
        if (places.isEmpty()) {
            return Cell.blank();
        }
        Part place = places.getFirst();
        if (!place.isObject()) {
            String text = place.text();
            return text == null ? Cell.blank() : new Cell.Guess(location.path(), List.of(text));
        }
        place.at(TYPE).take();
        Part address = place.at("address");
        if (!address.isObject()) {
            String text = address.text();
            return text == null ? Cell.blank() : new Cell.Guess(address.path(), List.of(text));
        }
        address.at(TYPE).take();
        Part country = address.at("addressCountry");
        String land = country.isObject() ? country.at("name").text() : country.text();
        String region = address.at("addressRegion").text();
        List<String> names = new ArrayList<>();
        if (land == null || CHINA.matcher(land).matches()) {
            String town = address.at("addressLocality").glimpse();
            Stream.of(region, town).filter(Objects::nonNull).forEach(names::add);
        } else if (region != null && COUNTRY.matcher(land).matches()) {
            names.add(land + "-" + region);
        } else {
            names.add(land);
        }
        return names.isEmpty() ? Cell.blank() : new Cell.Guess(address.path(), names);
    }

    private static void readDay(Part day, String field, Map<String, Cell> cells) {
        LocalDate date = day.day();
        if (date != null) {
            cells.put(field, new Cell.Day(date));
        }
    }

    /** A salary is taken if it is in yuan a month, as stipends are; others are not converted. */
    private static Cell stipend(Part posting) {
        Part salary = posting.at("baseSalary");
        if (!salary.isObject() || !salary.at("value").isObject()) {
            return Cell.blank();
        }
        Part value = salary.at("value");
        Part currency = salary.at("currency").isThere() ? salary.at("currency") : posting.at("salaryCurrency");
        BigDecimal amount = Stream.of("value", "minValue")
                .map(name -> value.at(name).number())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (amount == null
                || !matches(YUAN, currency.glimpse())
                || !matches(MONTHLY, value.at("unitText").glimpse())) {
            return Cell.blank();
        }
        List.of(
                        currency,
                        salary.at(TYPE),
                        value.at(TYPE),
                        value.at("unitText"),
                        value.at(value.at("value").number() == null ? "minValue" : "value"))
                .forEach(Part::take);
        return new Cell.Quantity(amount, 0);
    }

    private static boolean matches(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).matches();
    }

    private static void readDegree(Part posting, Map<String, Cell> cells) {
        NavigableSet<Degree> degrees =
                degreesIn(posting.at("educationRequirements").items());
        if (degrees.isEmpty()) {
            degrees = degreesIn(posting.at("qualifications").items().stream()
                    .filter(Part::isObject)
                    .toList());
        }
        if (!degrees.isEmpty()) {
            cells.put("minimumDegree", Standard.text(degrees.first().name()));
        }
    }

    private static NavigableSet<Degree> degreesIn(List<Part> requirements) {
        NavigableSet<Degree> degrees = new TreeSet<>();
        for (Part each : requirements) {
            Part said = each.isObject() ? each.at("credentialCategory") : each;
            String text = said.glimpse();
            NavigableSet<Degree> named = DegreeWords.in(text == null ? "" : text);
            if (!named.isEmpty()) {
                said.take();
                if (each.isObject()) {
                    each.at(TYPE).take();
                }
                degrees.addAll(named);
            }
        }
        return degrees;
    }

    /** What they are written as, to be recognised like those of a cell. */
    private static Cell skills(Part skills) {
        List<String> texts = new ArrayList<>();
        for (Part each : skills.items()) {
            if (each.isObject()) {
                each.at(TYPE).take();
            }
            String text = each.isObject() ? each.at("name").text() : each.text();
            if (text != null) {
                texts.add(text);
            }
        }
        return texts.isEmpty() ? Cell.blank() : new Cell.Text(Guard.where(String.join("; ", texts)));
    }
}
