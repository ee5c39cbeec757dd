package dev.talentpipeline.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies of calls that are right, so that only who asks can be the reason of a refusal. */
final class RightBodies {

    static final String TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    /** Where a graduate goes who stays in the market. */
    static final Map<String, Object> LOOKING = Map.of("kind", "70", "since", TODAY);

    /** A file without a row. */
    static final byte[] COHORT = "学号,姓名\n".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, Object> ALL = all();

    private RightBodies() {}

    /** What the operation, {@code METHOD PATH}, is sent with; empty: it needs nothing. */
    static Object of(String operation) {
        return ALL.getOrDefault(operation, Map.of());
    }

    static Map<String, Object> agreement(String number) {
        return Map.of(
                "number",
                number,
                "insurance",
                Map.of("insurer", "Example Insurance", "policyNumber", "P-1", "paidBy", "COMPANY"),
                "mentor",
                "Gao Min",
                "supervisor",
                "Zhou Ning");
    }

    private static Map<String, Object> all() {
        Map<String, Object> bodies = new LinkedHashMap<>();
        String programme = "/api/v1/programmes/{programme}";
        bodies.put("PUT " + programme, Map.of("name", "Taken over"));
        bodies.put("POST " + programme + "/dry-run", Map.of("name", "Taken over"));
        bodies.put("POST " + programme + "/state", Map.of("state", "PAUSED"));
        bodies.put("POST " + programme + "/imports", COHORT);
        bodies.put("POST " + programme + "/copies", Map.of("id", "copied", "name", "Copied"));
        bodies.put("PUT " + programme + "/students/{student}", Season.student("S1", Map.of()));
        bodies.put("PUT " + programme + "/internships/{internship}", Season.internship("R1", Map.of()));
        bodies.put("POST " + programme + "/internships/{internship}/decisions", Map.of("decision", "APPROVE"));
        bodies.put(
                "POST " + programme + "/invitations",
                Map.of(
                        "internship", "00000000-0000-4000-8000-000000000000",
                        "student", "00000000-0000-4000-8000-000000000000"));
        bodies.put(
                "PUT " + programme + "/joint-records/{record}",
                Map.of(
                        "kind", "PROJECT",
                        "titleZh", "视觉",
                        "titleEn", "Vision",
                        "organisation", "univ-linjiang-tech",
                        "startsOn", TODAY,
                        "endsOn", "2027-12-31",
                        "skills", List.of(Map.of("id", "python", "level", 3))));
        bodies.put("POST /api/v1/offers/{offer}/decisions", Map.of("decision", "RELEASE", "reason", "illness"));
        bodies.put("PUT /api/v1/offers/{offer}/agreement", agreement("taken"));
        bodies.put("POST /api/v1/offers/{offer}/agreement/signatures", Map.of("signedOn", TODAY));
        bodies.put("POST /api/v1/placements/{placement}/events", Map.of("event", "STARTED", "on", TODAY));
        bodies.put(
                "PUT /api/v1/placements/{placement}/employment-agreement",
                Map.of("number", "E-1", "workplace", "Beijing"));
        bodies.put("POST /api/v1/placements/{placement}/employment-agreement/signatures", Map.of("signedOn", TODAY));
        bodies.put("POST /api/v1/meetings/{meeting}/decisions", Map.of("decision", "END", "reason", "other"));
        bodies.put("POST /api/v1/meetings/{meeting}/dossier", Map.of("share", true));
        bodies.put(
                "POST /api/v1/meetings/{meeting}/interviews",
                Map.of("startsAt", "2027-12-01T09:00:00Z", "minutes", 30, "link", "https://meet.example.org/a"));
        bodies.put("POST /api/v1/meetings/{meeting}/interviews/{interview}/decisions", Map.of("decision", "CONFIRM"));
        bodies.put("PUT /api/v1/webhooks/{webhook}", Map.of("url", "https://hooks.invalid/"));
        bodies.put("PUT /api/v1/brakes/{outlet}", Map.of("paused", true));
        bodies.put("POST /api/v1/webhooks/{webhook}/state", Map.of("state", "ENABLED"));
        bodies.put("POST /api/v1/people/{person}/consent", Map.of("given", false));
        bodies.put("PUT /api/v1/people/{person}/dossier", Map.of("links", List.of()));
        bodies.put(
                "PUT /api/v1/organisations/{organisation}",
                Map.of("kind", "UNIVERSITY", "nameZh", "别的", "nameEn", "Another", "contactEmail", "desk@example.org"));
        bodies.put(
                "POST /api/v1/organisations/{organisation}/decisions",
                Map.of("decision", "SUSPEND", "reason", "other"));
        bodies.put(
                "PUT /api/v1/organisations/{organisation}/schools/{school}",
                Map.of("nameZh", "别的", "nameEn", "Another"));
        bodies.put(
                "PUT /api/v1/people/{person}/certificates/{occupation}",
                Map.of("level", "SENIOR", "number", "C-1", "issuedOn", TODAY));
        bodies.put("POST /api/v1/people/{person}/certificates/{occupation}/decisions", Map.of("decision", "VERIFY"));
        bodies.put("POST /api/v1/organisations/{organisation}/roll/{entry}/destinations", LOOKING);
        bodies.put(
                "POST /api/v1/organisations/{organisation}/roll/{entry}/destinations/{destination}/decisions",
                Map.of("decision", "VERIFY"));
        bodies.put("PUT /api/v1/organisations/{organisation}/roll/{entry}", Map.of("name", "Somebody else"));
        bodies.put(
                "PUT /api/v1/organisations/{organisation}/export-templates/{template}",
                Map.of("columns", List.of(Map.of("heading", "备注", "text", "无"))));
        return bodies;
    }
}
