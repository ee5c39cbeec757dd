package dev.talentpipeline.console.programme;

import dev.talentpipeline.console.api.ProgrammeRules;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A programme's rules as a form: fields bear the API's names; instants are typed in Beijing time. */
final class ProgrammeForm {

    /** Fields of one value that stand as they are. */
    static final List<String> TEXTS = List.of(
            "name",
            "mode",
            "clearingInterval",
            "responseWindow",
            "approvalWindow",
            "keepWindow",
            "endorsementWindow",
            "approvalDefault",
            "endorsementDefault",
            "lists",
            "offerPolicy",
            "endorsement",
            "consentBy",
            "openingApproval",
            "interviewResults");

    private static final List<String> INSTANTS = List.of("opensAt", "closesAt");
    /** Whose members are ticked in lists of organisations. */
    static final List<String> SIDES = List.of("universities", "companies");

    /** Says of which sides the form had a list to tick in: a box that is not ticked says nothing. */
    private static final String LISTED = "listed";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private ProgrammeForm() {}

    /** The careful choices that a new programme begins with: nobody is offered anything that they did not ask for, and people look first. */
    static MultiValueMap<String, String> careful() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("mode", "ROLLING");
        form.add("clearingInterval", "PT1M");
        form.add("lists", "EXPLICIT");
        form.add("offerPolicy", "COMPANY_APPROVAL");
        form.add("endorsement", "CAREER_CENTRE");
        form.add("consentBy", "STUDENT");
        form.add("openingApproval", "OWNER");
        form.add("interviewResults", "SHOWN");
        form.add("responseWindow", "P3D");
        form.add("approvalWindow", "P3D");
        form.add("keepWindow", "P14D");
        form.add("endorsementWindow", "P7D");
        form.add("approvalDefault", "LAPSE");
        form.add("endorsementDefault", "LAPSE");
        form.add("state", "DRAFT");
        return form;
    }

    /** What the form of a change begins with. */
    static MultiValueMap<String, String> of(ProgrammeRules rules) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        Map<String, Object> body = rules.body();
        for (String field : TEXTS) {
            form.add(field, Objects.toString(body.get(field), ""));
        }
        form.add("opensAt", local(rules.opensAt()));
        form.add("closesAt", local(rules.closesAt()));
        form.put(
                "clearingAt",
                List.of(String.join(
                        "\n",
                        rules.clearingAt() == null
                                ? List.of()
                                : rules.clearingAt().stream()
                                        .map(ProgrammeForm::local)
                                        .toList())));
        form.put("universities", rules.universities() == null ? List.of() : rules.universities());
        form.put("companies", rules.companies() == null ? List.of() : rules.companies());
        ProgrammeNumbers.addTo(form, rules.weights(), rules.quotas());
        return form;
    }

    /** These rules with what was typed in their place. */
    static Map<String, Object> body(Map<String, Object> rules, MultiValueMap<String, String> typed) {
        Map<String, Object> body = new LinkedHashMap<>(rules);
        for (String field : TEXTS) {
            put(body, field, typed.getFirst(field));
        }
        for (String field : INSTANTS) {
            put(body, field, instant(typed.getFirst(field)));
        }
        body.put(
                "clearingAt",
                Objects.toString(typed.getFirst("clearingAt"), "")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(ProgrammeForm::instant)
                        .toList());
        for (String side : SIDES) {
            body.put(side, members(side, rules.get(side), typed));
        }
        ProgrammeNumbers.putInto(body, typed);
        return body;
    }

    /** Whether somebody could say who is a member on this side. */
    static boolean hadList(MultiValueMap<String, String> typed, String side) {
        return typed.getOrDefault(LISTED, List.of()).contains(side);
    }

    /** Those that are ticked, in the order in which they stood, and those that the form had no box for: nobody unticked them. */
    private static List<String> members(String side, @Nullable Object before, MultiValueMap<String, String> typed) {
        Set<String> ticked = new LinkedHashSet<>(typed.getOrDefault(side, List.of()));
        ticked.removeIf(String::isBlank);
        Set<String> members = new LinkedHashSet<>();
        if (before instanceof List<?> known) {
            known.stream()
                    .map(Object::toString)
                    .filter(member -> ticked.contains(member) || !ProgrammeNumbers.hasField(typed, side, member))
                    .forEach(members::add);
        }
        members.addAll(ticked);
        return List.copyOf(members);
    }

    private static void put(Map<String, Object> body, String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            body.remove(field);
        } else {
            body.put(field, typed.strip());
        }
    }

    static String local(@Nullable Instant instant) {
        return instant == null ? "" : LOCAL.format(instant.atZone(ZONE));
    }

    /** The text itself if it is no date and time: the service refuses it at its field. */
    static @Nullable String instant(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.strip().replace(' ', 'T'))
                    .atZone(ZONE)
                    .toInstant()
                    .toString();
        } catch (DateTimeParseException e) {
            return typed.strip();
        }
    }
}
