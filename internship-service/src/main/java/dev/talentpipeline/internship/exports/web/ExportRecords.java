package dev.talentpipeline.internship.exports.web;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
            "university",
            "programme",
            "internship");

    private static final Set<String> SAID_APART = Set.of("format", "cursor", "limit");
    private static final int LONGEST = 200;

    private final AuditTrail trail;
    private final Transactions transactions;

    ExportRecords(AuditTrail trail, Transactions transactions) {
        this.trail = trail;
        this.transactions = transactions;
    }

    /** What is to be put on the trail of the request. */
    ExportRecord of(HttpServletRequest request, ExportRequest wanted, boolean concernsPeople) {
        String list = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        Map<String, String> facts = new HashMap<>();
        facts.put("format", wanted.format().name());
        facts.put("filter", filter(request));
        return new ExportRecord(list.replaceFirst("^/api/v1", ""), facts, concernsPeople);
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
        private final Map<String, String> facts;
        private final boolean concernsPeople;

        ExportRecord(String list, Map<String, String> facts, boolean concernsPeople) {
            this.list = list;
            this.facts = facts;
            this.concernsPeople = concernsPeople;
        }

        void whole(long rows) {
            if (concernsPeople) {
                record("LIST_EXPORTED", rows);
            }
        }

        /** What had gone out by then is out; where not even that can be put on the trail, it is in the log. */
        void brokenOff(long rows) {
            if (concernsPeople && rows > 0) {
                try {
                    record("LIST_EXPORT_BROKEN_OFF", rows);
                } catch (RuntimeException e) {
                    LOG.error("{} rows of {} went out, and the trail does not have it", rows, list, e);
                }
            }
        }

        private void record(String what, long rows) {
            facts.put("rows", Long.toString(rows));
            Deed deed = Deed.done(what, new Deed.Entity("LIST", list), concerned(), facts);
            transactions.within(() -> {
                trail.record(deed);
                return deed;
            });
        }

        private Deed.Concerned concerned() {
            return Caller.current()
                    .map(caller -> new Deed.Concerned(
                            caller.is(Role.UNIVERSITY) ? caller.org() : null,
                            caller.is(Role.COMPANY) ? caller.org() : null,
                            caller.is(Role.STUDENT) ? person(caller.person()) : null))
                    .orElse(Deed.Concerned.NOBODY);
        }

        private static @Nullable UUID person(@Nullable String id) {
            return id == null ? null : UUID.fromString(id);
        }
    }
}
