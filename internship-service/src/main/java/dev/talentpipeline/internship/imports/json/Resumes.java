package dev.talentpipeline.internship.imports.json;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.imports.Cell;
import dev.talentpipeline.internship.imports.SkillWords;
import dev.talentpipeline.internship.imports.json.Document.Part;
import dev.talentpipeline.kit.cell.Items;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Résumés of the JSON Resume schema 1.0. A résumé knows no student number and nothing of what its owner looks for; its {@code meta}, which the schema leaves to
 * programs, may say so under {@code talentPipeline}.
 */
final class Resumes implements Standard {

    private static final Set<String> SECTIONS = Set.of("basics", "education", "skills", "work");

    /** Said by and for programs. */
    private static final List<String> OF_PROGRAMS = List.of("canonical", "version", "lastModified", "theme");

    private static final Map<String, String> PATHS = Map.of(
            "name", "basics.name",
            "email", "basics.email",
            "phone", "basics.phone",
            "occupations", "basics.label",
            "degree", "education[].studyType",
            "major", "education[].area",
            "graduatesOn", "education[].endDate",
            "skills", "skills[]");

    @Override
    public String name() {
        return "JSON Resume";
    }

    @Override
    public Map<String, String> paths() {
        return PATHS;
    }

    @Override
    public String extension() {
        return "meta.talentPipeline";
    }

    @Override
    public List<JsonNode> documents(JsonNode file, Map<String, Integer> leftOut) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode each : file.isArray() ? file.values() : List.of(file)) {
            if (each.isObject() && each.propertyNames().stream().anyMatch(SECTIONS::contains)) {
                found.add(each);
            } else {
                leftOut.merge("[]", 1, Integer::sum);
            }
        }
        return found;
    }

    @Override
    public Map<String, Cell> read(Document document) {
        Part resume = document.root();
        resume.at("$schema").take();
        OF_PROGRAMS.forEach(name -> resume.at("meta").at(name).take());
        Map<String, Cell> cells = new HashMap<>();
        Part basics = resume.at("basics");
        cells.put("name", Standard.text(basics.at("name").text()));
        cells.put("email", Standard.text(basics.at("email").text()));
        cells.put("phone", Standard.text(basics.at("phone").code()));
        String label = basics.at("label").text();
        if (label != null) {
            cells.put("occupations", new Cell.Guess(basics.at("label").path(), List.of(label)));
        }
        resume.at("education").list().stream()
                .max(Comparator.comparing(Resumes::end))
                .ifPresent(studies -> readStudies(studies, cells));
        List<String> skills = new ArrayList<>();
        resume.at("skills").list().forEach(skill -> readSkill(skill, skills));
        cells.put("skills", Standard.text(skills.isEmpty() ? null : Items.join(skills)));
        return cells;
    }

    /** When the studies end, to be compared; those that have no end go on. */
    private static String end(Part studies) {
        String end = studies.at("endDate").glimpse();
        return end == null ? "9999" : end;
    }

    private static void readStudies(Part studies, Map<String, Cell> cells) {
        String type = studies.at("studyType").glimpse();
        NavigableSet<Degree> degrees = DegreeWords.in(type == null ? "" : type);
        if (!degrees.isEmpty()) {
            studies.at("studyType").take();
            cells.put("degree", Standard.text(degrees.last().name()));
        }
        cells.put("major", Standard.text(studies.at("area").text()));
        LocalDate end = studies.at("endDate").day();
        if (end != null) {
            cells.put("graduatesOn", new Cell.Day(end));
        }
    }

    /** A skill and what it consists of, all at the level that is said. */
    private static void readSkill(Part skill, List<String> skills) {
        String said = skill.at("level").glimpse();
        Integer level = said == null ? null : SkillWords.level(said);
        if (level != null) {
            skill.at("level").take();
        }
        List<Part> names = new ArrayList<>(List.of(skill.at("name")));
        names.addAll(skill.at("keywords").list());
        for (Part name : names) {
            String text = name.text();
            if (text != null) {
                skills.add(level == null ? text : text + ":" + level);
            }
        }
    }
}
