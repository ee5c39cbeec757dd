package dev.talentpipeline.console.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class ProgrammeNumbersTest {

    @Test
    void whatIsShownIsWhatIsSentAgain() {
        Map<String, Object> quotas = new LinkedHashMap<>();
        quotas.put("companies", Map.of("acme.ai", 30));
        quotas.put("universities", Map.of());
        quotas.put("eachCompany", 10);
        quotas.put("eachUniversity", null);
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();

        ProgrammeNumbers.addTo(form, Map.of("skills", 0.5), quotas);

        assertThat(form)
                .containsOnly(
                        Map.entry("weights.skills", List.of("0.5")),
                        Map.entry("quotas.companies.acme.ai", List.of("30")),
                        Map.entry("quotas.eachCompany", List.of("10")));
        assertThat(body(form))
                .containsEntry("weights", Map.of("skills", new BigDecimal("0.5")))
                .containsEntry("quotas", Map.of("companies", Map.of("acme.ai", 30), "eachCompany", 10));
    }

    @Test
    void theFormShowsTheWeightsThatTheDocumentationCallsDefaults() throws IOException {
        Map<String, String> documented = Pattern.compile("^\\| `(\\w+)` \\| (\\d\\.\\d\\d) \\|", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("../docs/matching.md")))
                .results()
                .collect(Collectors.toMap(row -> "weight." + row.group(1), row -> row.group(2)));

        assertThat(documented).hasSize(6);
        for (String language : List.of("", "_zh")) {
            Properties messages = new Properties();
            try (Reader reader = Files.newBufferedReader(
                    Path.of("src/main/resources/messages/programme" + language + ".properties"))) {
                messages.load(reader);
            }
            assertThat(messages).containsAllEntriesOf(documented);
        }
    }

    @Test
    void whatIsNoNumberIsForTheServiceToRefuse() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("quotas.eachCompany", "many");
        form.add("weights.skills", "much");
        form.add("weights.dates", " ");

        assertThat(body(form))
                .containsEntry("weights", Map.of("skills", "much"))
                .containsEntry("quotas", Map.of("eachCompany", "many"));
    }

    @Test
    void aFormWithoutThemLeavesThemAsTheyAre() {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("quotas", Map.of("eachCompany", 10)));

        ProgrammeNumbers.putInto(body, new LinkedMultiValueMap<>());

        assertThat(body).containsOnly(Map.entry("quotas", Map.of("eachCompany", 10)));
    }

    private static Map<String, Object> body(MultiValueMap<String, String> form) {
        Map<String, Object> body = new LinkedHashMap<>();
        ProgrammeNumbers.putInto(body, form);
        return body;
    }
}
