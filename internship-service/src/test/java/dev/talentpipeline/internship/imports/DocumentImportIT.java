package dev.talentpipeline.internship.imports;

import static dev.talentpipeline.internship.imports.Importing.counts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Profiles from JSON Resume, and openings from schema.org's JobPosting. */
@RunningService
class DocumentImportIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The schema's own. */
    private static final List<String> SAMPLES = List.of("sample", "new-grad", "career-changer", "senior-engineer");

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    private String programme;
    private String prefix;
    private Api university;
    private Importing students;
    private Importing openings;

    @BeforeEach
    void open() {
        programme = market.programme();
        prefix = "j" + UUID.randomUUID().toString().substring(0, 8);
        university = participants.university("u-" + prefix);
        students = new Importing(university, programme);
        openings = new Importing(participants.company(Market.COMPANY), programme);
    }

    private static ObjectNode sample(String name) {
        try (InputStream in =
                DocumentImportIT.class.getResourceAsStream("/jsonresume/%s.resume.json".formatted(name))) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The samples, with what a résumé does not say. */
    private ArrayNode known() {
        ArrayNode all = JSON.createArrayNode();
        for (String name : SAMPLES) {
            ObjectNode resume = sample(name);
            ObjectNode ours = JSON.createObjectNode();
            ours.put("number", prefix + all.size())
                    .put("availableFrom", "2027-03-01")
                    .put("availableUntil", "2027-12-31");
            ours.putArray("researchTopics").add("compression, lossless").add("=SUM(A1)");
            ours.putArray("regions").add("CN-BJ");
            ((ObjectNode) resume.path("meta")).set("talentPipeline", ours);
            all.add(resume);
        }
        return all;
    }

    private static List<String> leftOut(JsonNode found) {
        return StreamSupport.stream(found.path("leftOut").spliterator(), false)
                .map(each -> "%s %d"
                        .formatted(
                                each.path("path").asString(), each.path("times").asInt()))
                .toList();
    }

    @Test
    void theSamplesOfJsonResumeComeInAndWhatAProfileCannotHoldIsListed() {
        // when
        JsonNode found = students.read("STUDENTS", JSON.writeValueAsString(known()));

        // then
        assertThat(counts(found)).as(found + students.firstProblem(found)).isEqualTo("4/0/0/0");
        assertThat(found.path("file").path("format").asString()).isEqualTo("JSON");
        assertThat(leftOut(found))
                .contains("basics.summary 4", "work[].highlights[] 25", "education[].courses[] 10", "basics.label 4")
                .noneMatch(path ->
                        path.startsWith("meta") || path.startsWith("$schema") || path.startsWith("basics.name"));

        // when
        JsonNode committed = students.commit(found);

        // then
        assertThat(committed.path("state").asString()).as(committed.toString()).isEqualTo("COMMITTED");
        JsonNode graduate = student(1);
        assertThat(graduate.path("name").asString()).isEqualTo("Maya Okonkwo");
        assertThat(graduate.path("phone").asString()).isEqualTo("(206) 555-0142");
        assertThat(graduate.path("degree").asString()).isEqualTo("BACHELOR");
        assertThat(graduate.path("major").asString()).isEqualTo("Computer Science");
        assertThat(graduate.path("graduatesOn").asString()).isEqualTo("2025-06-01");
        assertThat(graduate.path("skills").toString())
                .contains("{\"id\":\"python\",\"level\":3}", "{\"id\":\"docker\",\"level\":2}");
        assertThat(graduate.path("researchTopics").toString()).isEqualTo("[\"compression, lossless\",\"=SUM(A1)\"]");
        assertThat(student(2).path("degree").asString()).isEqualTo("ASSOCIATE");
        assertThat(student(3).path("degree").asString()).isEqualTo("DOCTORATE");

        // when: a sample as it is, for a student who is known
        JsonNode again = students.settled(
                students.upload("STUDENTS&anchor=" + prefix + 1, JSON.writeValueAsBytes(sample("new-grad")), Map.of())
                        .text("id"));

        // then
        assertThat(counts(again)).as(again + students.firstProblem(again)).isEqualTo("0/0/1/0");
    }

    private JsonNode student(int number) {
        return university
                .get("/programmes/%s/students/%s%d".formatted(programme, prefix, number))
                .json();
    }

    @Test
    void whatIsWrongWithAResumeIsToldByItsPath() {
        JsonNode found = students.read("STUDENTS", """
                {"basics": {"name": ["王"], "email": "nobody", "phone": 13800001234},
                 "education": [{"studyType": "硕士研究生", "area": "数学", "endDate": "2027-02-30"}],
                 "skills": "Python",
                 "meta": {"talentPipeline": {"number": "%s1", "availableFrom": "2027-03-01", "availableUntil": "2027-12-31", "consent": "perhaps"}}}
                """.formatted(prefix));

        assertThat(counts(found)).isEqualTo("0/0/0/1");
        assertThat(students.rows(found, "").json().path("items").path(0).path("problems"))
                .extracting(problem -> problem.path("column").asString() + " = "
                        + problem.path("value").asString() + ": "
                        + problem.path("remedy").asString())
                .contains(
                        "basics.name = [\"王\"]: Give a text.",
                        "education[0].endDate = 2027-02-30: Give a date of the calendar such as 2027-06-30.",
                        "skills = Python: Give a list.",
                        "meta.talentPipeline.consent = perhaps: Give 是 or 否 (yes or no).",
                        "basics.email = nobody: Give one address such as wei@example.edu.cn.");
    }

    @Test
    void whatIsNoHarmlessJsonIsRefused() {
        String deep = "[".repeat(60) + "]".repeat(60);

        assertThat(refusal("{\"basics\": {\"name\": \"王\"".getBytes(UTF_8))).isEqualTo("broken-file");
        assertThat(refusal("{\"basics\": {}, \"basics\": {}}".getBytes(UTF_8))).isEqualTo("broken-file");
        assertThat(refusal(("{\"basics\": " + deep + "}").getBytes(UTF_8))).isEqualTo("too-large-document");
        assertThat(refusal(("{\"basics\": {\"image\": \"" + "x".repeat(200_000) + "\"}}").getBytes(UTF_8)))
                .isEqualTo("too-large-document");
        assertThat(refusal(("{\"basics\": {}}" + " ".repeat(5_000_000)).getBytes(UTF_8)))
                .isEqualTo("too-large-document");
        assertThat(refusal("{\"basics\": {\"name\": \"王\"}}".getBytes(Charset.forName("GB18030"))))
                .isEqualTo("wrong-encoding");
        assertThat(refusal("{\"@type\": \"JobPosting\"}".getBytes(UTF_8))).isEqualTo("unreadable-file");
    }

    private String refusal(byte[] file) {
        JsonNode found = students.read("STUDENTS", file);
        assertThat(found.path("state").asString()).as(found.toString()).isEqualTo("REFUSED");
        assertThat(found.path("fault").path("remedy").asString()).isNotEmpty();
        return found.path("fault").path("type").asString();
    }

    /** After the example of schema.org/JobPosting, of somebody else's opening. */
    private static final String EXAMPLE = """
            {"@context": "https://schema.org/", "@type": "JobPosting", "baseSalary": "100000", "jobBenefits": "Medical, Life, Dental",
             "datePosted": "2026-10-31", "description": "Description: ABC Company Inc. seeks a mid-level software engineer to develop in-house tools.",
             "educationRequirements": "Bachelor's Degree in Computer Science, Information Systems or related fields of study.",
             "employmentType": "Full-time", "experienceRequirements": "Minimum 3 years experience as a software engineer",
             "industry": "Computer Software",
             "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Kirkland", "addressRegion": "WA",
              "addressCountry": "US"}},
             "occupationalCategory": "15-1132.00 Software Developers, Application", "qualifications": "Ability to work in a team environment.",
             "responsibilities": "Design and write specifications for tools for in-house customers", "salaryCurrency": "USD",
             "skills": "Java; Python, dynamic programming languages", "title": "Software Engineer", "workHours": "40 hours per week"%s}
            """;

    @Test
    void theExampleOfSchemaOrgComesInWithWhatAnOpeningNeedsBesides() {
        // when
        JsonNode alone = openings.read("OPENINGS", EXAMPLE.formatted(""));
        JsonNode found = openings.read("OPENINGS", EXAMPLE.formatted("""
                , "identifier": "%s", "jobStartDate": "2027-03-01", "talentPipeline": {"weeks": 26, "occupation": "ai-engineer"}""".formatted(prefix)));

        // then
        assertThat(counts(alone)).isEqualTo("0/0/0/1");
        assertThat(openings.firstProblem(alone)).startsWith("1 identifier -: Give the row what it is known by");
        assertThat(counts(found)).as(found + openings.firstProblem(found)).isEqualTo("1/0/0/0");
        assertThat(leftOut(found))
                .containsExactly(
                        "baseSalary 1",
                        "datePosted 1",
                        "employmentType 1",
                        "industry 1",
                        "jobLocation.address.addressLocality 1",
                        "salaryCurrency 1");

        // when
        openings.commit(found);

        // then
        JsonNode opening = opening(prefix);
        assertThat(opening.path("title").asString()).isEqualTo("Software Engineer");
        assertThat(opening.path("region").asString()).isEqualTo("US-WA");
        assertThat(opening.path("minimumDegree").asString()).isEqualTo("BACHELOR");
        assertThat(opening.path("requiredSkills").toString())
                .isEqualTo("[{\"id\":\"java\",\"level\":3},{\"id\":\"python\",\"level\":3}]");
        assertThat(opening.path("description").asString())
                .contains("in-house tools.", "Responsibilities: Design and write", "Hours: 40 hours per week");
    }

    /**
     * Openings with the fields of the other examples of schema.org's JobPosting (its data/ext/pending: issues 1698, 2083, 2294, 2296, 2384, 2396 and 2681),
     * each with values of our own, and what each says that an opening cannot hold.
     */
    private static final Map<String, List<String>> FURTHER = new LinkedHashMap<>();

    static {
        FURTHER.put(
                """
                "name": "App developer", "hiringOrganization": {"@type": "Organization", "name": "Fuyu"},
                "relevantOccupation": {"@type": "Occupation", "name": "ai-engineer", "occupationalCategory": {"@type": "CategoryCode",
                 "inCodeSet": {"@type": "CategoryCodeSet", "name": "O*Net-SOC", "dateModified": "2019", "url": "https://codes.example/"},
                 "codeValue": "15-1132.00", "name": "Application developers", "url": "https://codes.example/15-1132.00"}}""",
                List.of(
                        "hiringOrganization.name 1",
                        "relevantOccupation.occupationalCategory.codeValue 1",
                        "relevantOccupation.occupationalCategory.inCodeSet.dateModified 1",
                        "relevantOccupation.occupationalCategory.inCodeSet.name 1",
                        "relevantOccupation.occupationalCategory.inCodeSet.url 1",
                        "relevantOccupation.occupationalCategory.name 1",
                        "relevantOccupation.occupationalCategory.url 1"));
        FURTHER.put("""
                "name": "From anywhere", "applicantLocationRequirements": {"@type": "Country", "sameAs": "https://things.example/cn", "name": "China"}""", List.of("applicantLocationRequirements.name 1", "applicantLocationRequirements.sameAs 1"));
        FURTHER.put(
                """
                "title": "Developer", "hiringOrganization": {"@type": "Organization", "@id": "https://fuyu.example/#it", "name": "Fuyu", "url": "fuyu.example"},
                "employmentUnit": {"@type": "Organization", "name": "Division C", "parentOrganization": {"@id": "https://fuyu.example/#it"}}""",
                List.of(
                        "employmentUnit.name 1",
                        "employmentUnit.parentOrganization.name 1",
                        "employmentUnit.parentOrganization.url 1",
                        "hiringOrganization.name 1",
                        "hiringOrganization.url 1"));
        FURTHER.put(
                """
                "title": "Electrician", "sensoryRequirement": {"@type": "DefinedTerm", "termCode": "1.A.4", "inDefinedTermSet": "https://terms.example/",
                 "name": "Colours", "description": "Can tell colours apart."}""",
                List.of(
                        "sensoryRequirement.description 1",
                        "sensoryRequirement.inDefinedTermSet 1",
                        "sensoryRequirement.name 1",
                        "sensoryRequirement.termCode 1"));
        FURTHER.put("""
                "title": "Mason", "physicalRequirement": "Lifts 50 kg.\"""", List.of("physicalRequirement 1"));
        FURTHER.put("""
                "title": "Researcher", "applicationContact": {"@type": "ContactPoint", "email": "jobs@fuyu.example"}""", List.of("applicationContact.email 1"));
        FURTHER.put(
                """
                "title": "Engineer", "qualifications": {"@type": "EducationalOccupationalCredential", "credentialCategory": "Master of Science",
                 "about": "Computing", "recognizedBy": {"@type": "Organization", "name": "A board", "url": "https://board.example/"}}""",
                List.of(
                        "qualifications.about 1",
                        "qualifications.recognizedBy.name 1",
                        "qualifications.recognizedBy.url 1"));
        FURTHER.put("""
                "title": "Engineer", "experienceInPlaceOfEducation": true,
                "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": "60"},
                "educationRequirements": {"@type": "EducationalOccupationalCredential", "credentialCategory": "bachelor degree"}""", List.of("experienceInPlaceOfEducation 1", "experienceRequirements.monthsOfExperience 1"));
        FURTHER.put("""
                "title": "Researcher", "employerOverview": "A place for people\\n who try things.\"""", List.of("employerOverview 1"));
        FURTHER.put(
                """
                "title": "Researcher", "industry": {"@type": "DefinedTerm", "termCode": "511210", "name": "Publishers of software",
                 "url": "https://terms.example/511210", "inDefinedTermSet": "NAICS"}""",
                List.of("industry.inDefinedTermSet 1", "industry.name 1", "industry.termCode 1", "industry.url 1"));
    }

    @Test
    void theFurtherExamplesOfSchemaOrgLoseNothingUnsaid() {
        Map<String, List<String>> left = new LinkedHashMap<>();
        FURTHER.keySet().forEach(posting -> {
            JsonNode found = openings.read("OPENINGS", """
                    {"@context": "https://schema.org/", "@type": "JobPosting", %s, "identifier": "%s%d", "jobStartDate": "2027-03-01",
                     "jobLocationType": "TELECOMMUTE", "description": "An opening.", "talentPipeline": {"weeks": 26, "occupation": "ai-engineer"}}
                    """.formatted(posting, prefix, left.size()));
            assertThat(counts(found)).as(found + openings.firstProblem(found)).isEqualTo("1/0/0/0");
            left.put(posting, leftOut(found));
            openings.cancel(found.path("id").asString());
        });

        assertThat(left).isEqualTo(FURTHER);
    }

    @Test
    void aDegreeAmongTheQualificationsIsTheLowestOneThatIsAskedFor() {
        JsonNode found = openings.read("OPENINGS", """
                {"@context": "https://schema.org/", "@type": "JobPosting", "title": "Engineer", "identifier": "%s", "jobStartDate": "2027-03-01",
                 "jobLocationType": "TELECOMMUTE", "talentPipeline": {"weeks": 26, "occupation": "ai-engineer"}, "qualifications": ["A driving licence",
                 {"@type": "EducationalOccupationalCredential", "credentialCategory": "Master of Science"}],
                 "skills": "Web development in Java/J2EE; more"}
                """.formatted(prefix));

        assertThat(counts(found)).as(found + openings.firstProblem(found)).isEqualTo("1/0/0/0");
        assertThat(found.path("skills").path(0).path("nearest").toString()).contains("java");
        openings.commit(found);
        assertThat(opening(prefix).path("minimumDegree").asString()).isEqualTo("MASTER");
    }

    private JsonNode opening(String reference) {
        return participants
                .company(Market.COMPANY)
                .get("/programmes/%s/internships/%s".formatted(programme, reference))
                .json();
    }

    @Test
    void postingsAreFoundInAGraphWhateverTheirNamesAreWrittenLike() {
        String graph = """
                {"@context": {"schema": "http://schema.org/"}, "@graph": [
                 {"@id": "#beijing", "@type": "schema:Place", "schema:address": {"@type": "schema:PostalAddress", "schema:addressRegion": "北京市",
                  "schema:addressCountry": {"@type": "schema:Country", "schema:name": "中国"}}},
                 {"@type": "WebSite", "schema:name": "Jobs"},
                 {"@id": "#org", "@type": "schema:Organization", "schema:name": "ACME"},
                 {"@type": ["schema:JobPosting"], "schema:title": {"@value": "算法实习生", "@language": "zh"},
                  "schema:description": "<p>训练模型。</p><ul><li>数据 &amp; 标注</li></ul>",
                  "schema:identifier": {"@type": "schema:PropertyValue", "schema:name": "ACME", "schema:value": "%1$s"},
                  "schema:occupationalCategory": "人工智能工程技术人员", "schema:jobLocation": {"@id": "#beijing"},
                  "schema:jobLocationType": "TELECOMMUTE", "schema:jobStartDate": "2027-03-01", "schema:validThrough": "2027-02-01T00:00",
                  "schema:totalJobOpenings": 3, "schema:hiringOrganization": {"@id": "#org"},
                  "schema:baseSalary": {"@type": "MonetaryAmount", "schema:currency": "CNY",
                   "schema:value": {"@type": "QuantitativeValue", "schema:minValue": 4000, "schema:maxValue": 6000, "schema:unitText": "MONTH"}},
                  "schema:educationRequirements": {"@type": "EducationalOccupationalCredential", "schema:credentialCategory": "postgraduate degree"},
                  "schema:skills": [{"@type": "DefinedTerm", "schema:name": "机器学习"}, "精通 Python"],
                  "talentPipeline": {"weeks": 26, "daysPerWeek": 4, "majors": ["计算机科学"]}}]}
                """.formatted(prefix);

        JsonNode found = openings.read("OPENINGS", graph);

        assertThat(counts(found)).as(found + openings.firstProblem(found)).isEqualTo("1/0/0/0");
        assertThat(leftOut(found))
                .containsExactly("WebSite[] 1", "baseSalary.value.maxValue 1", "hiringOrganization.name 1");
        openings.commit(found);
        JsonNode opening = opening(prefix);
        assertThat(opening.path("title").asString()).isEqualTo("算法实习生");
        assertThat(opening.path("description").asString()).isEqualTo("训练模型。\n- 数据 & 标注");
        assertThat(opening.path("occupation").asString()).isEqualTo("ai-engineer");
        assertThat(opening.path("region").asString()).isEqualTo("CN-BJ");
        assertThat(opening.path("remote").asBoolean()).isTrue();
        assertThat(opening.path("stipend").asInt()).isEqualTo(4000);
        assertThat(opening.path("seats").asInt()).isEqualTo(3);
        assertThat(opening.path("minimumDegree").asString()).isEqualTo("MASTER");
        assertThat(opening.path("requiredSkills").toString())
                .isEqualTo("[{\"id\":\"machine-learning\",\"level\":3},{\"id\":\"python\",\"level\":5}]");
        assertThat(opening.path("majors").toString()).isEqualTo("[\"计算机科学\"]");
        assertThat(counts(openings.read("OPENINGS", "[" + graph + "]"))).isEqualTo("0/0/1/0");
    }
}
