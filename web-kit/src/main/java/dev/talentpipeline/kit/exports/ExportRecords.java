package dev.talentpipeline.kit.exports;

import dev.talentpipeline.kit.exports.ExportTrail.TakenList;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Puts on the trail who took which list of people out of the service, with which filters and how many rows. Nothing in it is personal: of a filter
 * that may name somebody, such as a student number, it says only that there was one.
 */
final class ExportRecords {

    private static final Logger LOG = LoggerFactory.getLogger(ExportRecords.class);

    /** What stands in the query and in the path and names nobody. */
    private static final Set<String> NAMELESS = Set.of(
            "school",
            "state",
            "claimed",
            "known",
            "countsAs",
            "from",
            "until",
            "by",
            "asOf",
            "language",
            "fields",
            "template",
            "kind",
            "organisation",
            "org",
            "university",
            "programme",
            "internship");

    private static final Set<String> SAID_APART = Set.of("format", "cursor", "limit");
    private static final int LONGEST = 200;

    private final ExportTrail trail;

    ExportRecords(ExportTrail trail) {
        this.trail = trail;
    }

    /** What is to be put on the trail of the request. */
    ExportRecord of(HttpServletRequest request, ExportRequest wanted, boolean concernsPeople) {
        String list = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return new ExportRecord(list.replaceFirst("^/api/v1", ""), wanted.format(), filter(request), concernsPeople);
    }

    private static String filter(HttpServletRequest request) {
        Collection<String> said = new TreeSet<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> inPath) {
            inPath.forEach((name, value) -> said.add(said(name.toString(), Objects.toString(value))));
        }
        request.getParameterMap().forEach((name, values) -> {
            if (!SAID_APART.contains(name)) {
                said.add(said(name, values[0]));
            }
        });
        return String.join("&", said);
    }

    private static String said(String name, String value) {
        return name + "=" + (NAMELESS.contains(name) ? value.substring(0, Math.min(value.length(), LONGEST)) : "…");
    }

    /** One export. */
    final class ExportRecord {

        private final String list;
        private final ExportFormat format;
        private final String filter;
        private final boolean concernsPeople;

        ExportRecord(String list, ExportFormat format, String filter, boolean concernsPeople) {
            this.list = list;
            this.format = format;
            this.filter = filter;
            this.concernsPeople = concernsPeople;
        }

        void whole(long rows) {
            if (concernsPeople) {
                trail.record(new TakenList(list, format, filter, rows, true));
            }
        }

        /** What had gone out by then is out; where not even that can be put on the trail, it is in the log. */
        void brokenOff(long rows) {
            if (concernsPeople && rows > 0) {
                try {
                    trail.record(new TakenList(list, format, filter, rows, false));
                } catch (RuntimeException e) {
                    LOG.error("{} rows of {} went out, and the trail does not have it", rows, list, e);
                }
            }
        }
    }
}
