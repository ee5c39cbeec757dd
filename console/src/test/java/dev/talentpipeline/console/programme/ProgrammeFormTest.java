package dev.talentpipeline.console.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A member leaves when somebody unticks it, and for no other reason. */
class ProgrammeFormTest {

    private static final List<String> MEMBERS =
            IntStream.rangeClosed(1, 201).mapToObj("company-%03d"::formatted).toList();

    @Test
    void whoeverTheFormHasNoBoxForStaysWithItsQuota() {
        Map<String, Object> rules = rules(MEMBERS, Map.of("companies", Map.of("company-001", 7, "company-201", 5)));
        MultiValueMap<String, String> form = shown(MEMBERS.subList(0, 200));
        MEMBERS.subList(0, 200).forEach(member -> form.add("companies", member));
        form.set("responseWindow", "P5D");

        Map<String, Object> body = ProgrammeForm.body(rules, form);

        assertThat(body)
                .containsEntry("responseWindow", "P5D")
                .containsEntry("companies", MEMBERS)
                .containsEntry("quotas", Map.of("companies", Map.of("company-201", 5)));
    }

    @Test
    void whoeverIsUntickedLeavesAndWhoeverIsTickedComesLast() {
        Map<String, Object> rules = rules(List.of("b", "a", "beyond"), Map.of());
        MultiValueMap<String, String> form = shown(List.of("a", "b", "new"));
        form.add("companies", "a");
        form.add("companies", "new");

        assertThat(ProgrammeForm.body(rules, form)).containsEntry("companies", List.of("a", "beyond", "new"));
    }

    @Test
    void aSideWhoseListDidNotLoadStaysAsItIs() {
        Map<String, Object> quotas = Map.of("companies", Map.of("a", 3), "eachCompany", 10);
        MultiValueMap<String, String> form = shown(List.of());
        form.set("quotas.eachCompany", "12");

        assertThat(ProgrammeForm.body(rules(List.of("a", "b"), quotas), form))
                .containsEntry("companies", List.of("a", "b"))
                .containsEntry("quotas", Map.of("companies", Map.of("a", 3), "eachCompany", 12));
    }

    private static Map<String, Object> rules(List<String> companies, Map<String, Object> quotas) {
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("responseWindow", "P3D");
        rules.put("companies", companies);
        rules.put("quotas", quotas);
        return rules;
    }

    /** What a browser sends of a form that has these members: the fields of their quotas, empty, and no box that is not ticked. */
    private static MultiValueMap<String, String> shown(List<String> members) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("quotas.eachCompany", "");
        members.forEach(member -> form.add("quotas.companies." + member, ""));
        return form;
    }
}
