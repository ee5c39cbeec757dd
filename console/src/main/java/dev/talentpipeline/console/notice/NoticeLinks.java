package dev.talentpipeline.console.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.console.api.Notice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Where on a desk's pages the thing is that a notice is about. */
final class NoticeLinks {

    private static final Set<String> OF_MEETINGS = Set.of(
            "meeting-to-answer",
            "meeting-soon",
            "meeting-news",
            "desk-meeting-to-answer",
            "desk-meeting-soon",
            "desk-meeting-news");

    private NoticeLinks() {}

    /** By the ids of the notices; of what has no page of its own there is none. */
    static Map<String, String> of(String desk, List<Notice> notices) {
        Map<String, String> links = new HashMap<>();
        for (Notice notice : notices) {
            String link = of(desk, notice);
            if (link != null) {
                links.put(notice.id(), link);
            }
        }
        return links;
    }

    private static @Nullable String of(String desk, Notice notice) {
        String kind = notice.kind();
        String subject = notice.subject();
        if (kind == null || subject == null) {
            return null;
        }
        if (OF_MEETINGS.contains(kind)) {
            // A student has all meetings on one page.
            return desk.equals("student") ? path(desk, "meetings") : path(desk, "meetings", subject);
        }
        String programme = notice.programme();
        if (programme == null) {
            return null;
        }
        return switch (kind) {
            case "opening-to-approve" -> "/university/openings?programme=" + UriUtils.encode(programme, UTF_8);
            case "opening-approved", "opening-rejected" -> path(desk, "openings", programme, subject);
            default -> null;
        };
    }

    private static String path(String... segments) {
        return UriComponentsBuilder.newInstance()
                .pathSegment(segments)
                .encode()
                .toUriString();
    }
}
