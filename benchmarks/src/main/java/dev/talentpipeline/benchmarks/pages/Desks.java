package dev.talentpipeline.benchmarks.pages;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lists of the four desks: whatever a menu of the console leads to, and what its pages lead to from there.
 *
 * @param programme that all look at
 * @param event the id of something whose events are found
 */
record Desks(String programme, String event) {

    private static final String TABLE = "<tbody[^>]*>\\s*<tr";

    List<Listed> university() {
        return Stream.concat(
                        notices("/university"),
                        Stream.of(
                                here("/university", "<li class=\"task\""),
                                here("/university/students", TABLE),
                                list(
                                        "/university/students?programme=" + programme + "&major=计算机科学&degree=MASTER",
                                        "/university/students?major=计算机科学&degree=MASTER",
                                        TABLE),
                                here("/university/endorsements", TABLE),
                                here("/university/offers", TABLE),
                                here("/university/openings", "<article class=\"card padded\""),
                                here("/university/imports", TABLE),
                                here("/university/meetings", TABLE),
                                here("/university/placements", TABLE),
                                here("/university/placements/agreements", TABLE),
                                here("/university/outcomes", TABLE),
                                table("/university/webhooks"),
                                table("/university/roll"),
                                table("/university/destinations"),
                                table("/university/companies"),
                                table("/programmes")))
                .toList();
    }

    /**
     * The lists of a company.
     *
     * @param opening one of its own
     */
    List<Listed> company(String opening) {
        return Stream.concat(
                        notices("/company"),
                        Stream.of(
                                here("/company", TABLE),
                                here("/company/offers", "offer-card"),
                                here("/company/meetings", TABLE),
                                here("/company/placements", TABLE),
                                here("/company/imports", TABLE),
                                list(
                                        "/company/openings/%s/%s/candidates".formatted(programme, opening),
                                        "/company/openings/{programme}/{opening}/candidates",
                                        "<li class=\"card candidate\""),
                                table("/company/webhooks"),
                                table("/programmes")))
                .toList();
    }

    List<Listed> student() {
        return Stream.concat(
                        notices("/student"),
                        Stream.of(
                                list("/student", "/student", "class=\"card offer-card"),
                                list("/student/openings", "/student/openings", "<li class=\"card padded\""),
                                list("/student/choices", "/student/choices", "<li class=\"card choice\""),
                                list("/student/meetings", "/student/meetings", "<article class=\"card padded\"")))
                .toList();
    }

    List<Listed> operations() {
        return Stream.of(
                        Stream.of(
                                        "/operations",
                                        "/operations/flows",
                                        "/operations/lag",
                                        "/operations/service-levels",
                                        "/operations/expectations",
                                        "/operations/ledger",
                                        "/operations/schemas",
                                        "/operations/dead-letters",
                                        "/operations/dead-letters/letters",
                                        "/operations/organisations",
                                        "/operations/catalogue",
                                        "/accounts",
                                        "/programmes")
                                .map(Desks::table),
                        Stream.of(
                                list("/operations/journeys?q=" + event, "/operations/journeys?q={id}", TABLE),
                                list("/operations/brakes", "/operations/brakes", "<section class=\"card padded\"")))
                .flatMap(lists -> lists)
                .toList();
    }

    /** What every desk has that is told something. */
    private static Stream<Listed> notices(String desk) {
        return Stream.of(
                list(desk + "/inbox", desk + "/inbox", "class=\"card notice\""),
                list(desk + "/inbox/mails", desk + "/inbox/mails", "name=\"kind-"));
    }

    private Listed here(String path, String row) {
        return list(path + "?programme=" + programme, path, row);
    }

    private static Listed table(String path) {
        return list(path, path, TABLE);
    }

    private static Listed list(String path, String name, String row) {
        return new Listed(path, name, Pattern.compile(row));
    }
}
