package dev.talentpipeline.console.imports;

import java.util.List;
import java.util.Locale;

/** Whose files they are: a university brings in students, a company openings. */
enum ImportDesk {
    STUDENTS("/university/imports", "number", """
            number name email phone language degree major majorCode school graduatesOn skills
            occupations researchTopics regions remote availableFrom availableUntil daysPerWeek
            minimumStipend preferences onlyThese consent
            """),
    OPENINGS("/company/imports", "reference", """
            reference title description occupation region remote startsOn weeks daysPerWeek stipend
            seats minimumDegree majors requiredSkills preferredSkills researchTopics applyBy
            """);

    private final String path;
    private final String anchor;
    /** Their names, with blanks between. */
    private final String fields;

    ImportDesk(String path, String anchor, String fields) {
        this.path = path;
        this.anchor = anchor;
        this.fields = fields;
    }

    static ImportDesk of(String desk) {
        return "company".equals(desk) ? OPENINGS : STUDENTS;
    }

    public String path() {
        return path;
    }

    /** Where what was entered is seen. */
    public String entered() {
        return this == STUDENTS ? "/university/students" : "/company";
    }

    /** The field by which a row is known. */
    public String anchor() {
        return anchor;
    }

    /** What a column may be taken for, in the order of the template. */
    public List<String> fields() {
        return List.of(fields.strip().split("\\s+"));
    }

    /** As the API names its templates and words. */
    public String kind() {
        return name().toLowerCase(Locale.ROOT);
    }
}
