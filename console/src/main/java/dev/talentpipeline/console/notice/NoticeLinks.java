package dev.talentpipeline.console.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.console.api.Notice;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Where on a desk's pages the thing is that a notice is about: for the inbox, and for the link of a letter, which knows no desks. */
final class NoticeLinks {

    private static final Set<String> OF_MEETINGS = Set.of(
            "meeting-to-answer",
            "meeting-soon",
            "meeting-news",
            "desk-meeting-to-answer",
            "desk-meeting-soon",
            "desk-meeting-news");

    private static final Set<String> OF_ENDORSEMENTS = Set.of("offer-to-endorse", "endorsement-due");

    private static final Set<String> OF_COMPANIES_OFFERS = Set.of("offer-to-approve", "approval-due", "offer-answered");

    private static final Set<String> OF_PLACEMENTS =
            Set.of("desk-agreement-to-sign", "desk-step-to-confirm", "placement-progress");

    private static final Set<String> OF_OPENINGS = Set.of("opening-approved", "opening-rejected");

    private static final Set<String> OF_COMPANIES = Set.of("company-verified", "company-suspended");

    private static final String OF_IMPORTS = "import-finished";

    private NoticeLinks() {}

    /** By the ids of the notices; of what has no page of its own there is none. */
    static Map<String, String> of(String desk, List<Notice> notices) {
        Map<String, String> links = new HashMap<>();
        for (Notice notice : notices) {
            String link = of(desk, notice.kind(), notice.subject(), notice.programme(), notice.student());
            if (link != null) {
                links.put(notice.id(), link);
            }
        }
        return links;
    }

    /**
     * The page; null: there is none.
     *
     * @param subject id of the offer, placement, meeting, opening or import
     * @param student id in the programme of whom a desk is told
     */
    static @Nullable String of(
            String desk,
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String programme,
            @Nullable String student) {
        if (kind == null || subject == null) {
            return null;
        }
        return switch (desk) {
            case "student" -> ofStudents(kind, programme);
            case "university" -> ofUniversities(kind, subject, programme, student);
            case "company" -> ofCompanies(kind, subject, programme);
            default -> null;
        };
    }

    /** Students have all meetings on one page, and all that comes of a programme on another. */
    private static @Nullable String ofStudents(String kind, @Nullable String programme) {
        if (OF_MEETINGS.contains(kind)) {
            return path("student", "meetings");
        }
        if (kind.equals("unmatched")) {
            return in(path("student", "openings"), programme);
        }
        boolean ofProgramme = kind.startsWith("offer-")
                || kind.startsWith("placement-")
                || kind.startsWith("job-")
                || kind.equals("agreement-to-sign")
                || kind.equals("endorsement-escalated");
        if (!ofProgramme) {
            return null;
        }
        return programme == null ? path("student") : at(path("student"), "programme-" + programme);
    }

    private static @Nullable String ofUniversities(
            String kind, String subject, @Nullable String programme, @Nullable String student) {
        if (OF_PLACEMENTS.contains(kind)) {
            return path("university", "placements", subject);
        }
        if (OF_ENDORSEMENTS.contains(kind)) {
            return at(in(path("university", "endorsements"), programme), "offer-" + subject);
        }
        if (kind.equals("opening-to-approve")) {
            return in(path("university", "openings"), programme);
        }
        if (kind.equals(OF_IMPORTS)) {
            return in(path("university", "imports", subject), programme);
        }
        return kind.equals("student-not-reached") && student != null
                ? in(path("university", "students", student), programme)
                : null;
    }

    private static @Nullable String ofCompanies(String kind, String subject, @Nullable String programme) {
        if (OF_COMPANIES_OFFERS.contains(kind)) {
            return path("company", "offers", subject);
        }
        if (OF_PLACEMENTS.contains(kind)) {
            return path("company", "placements", subject);
        }
        if (OF_MEETINGS.contains(kind)) {
            return path("company", "meetings", subject);
        }
        if (OF_OPENINGS.contains(kind)) {
            return programme == null ? null : path("company", "openings", programme, subject);
        }
        if (kind.equals(OF_IMPORTS)) {
            return in(path("company", "imports", subject), programme);
        }
        return OF_COMPANIES.contains(kind) ? path("company") : null;
    }

    /** Each of them encoded whole: an id that somebody made up must not lead out of the desk. */
    private static String path(String... segments) {
        return Arrays.stream(segments)
                .map(segment -> UriUtils.encode(segment, UTF_8))
                .collect(Collectors.joining("/", "/", ""));
    }

    private static String in(String page, @Nullable String programme) {
        return programme == null ? page : page + "?programme=" + UriUtils.encode(programme, UTF_8);
    }

    private static String at(String page, String place) {
        return page + "#" + UriUtils.encode(place, UTF_8);
    }
}
