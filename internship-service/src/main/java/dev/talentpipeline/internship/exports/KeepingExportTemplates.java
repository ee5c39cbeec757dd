package dev.talentpipeline.internship.exports;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.exports.ExportTemplate.Column;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.resource.SeenVersion;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps the templates of a university, which writes its own, as operations may for it. Where it has none of a name, the shipped one holds. */
public final class KeepingExportTemplates {

    private final Map<String, ExportTemplate> shipped;
    private final ExportTemplates templates;
    private final AuditTrail trail;
    private final Transactions transactions;

    KeepingExportTemplates(
            List<ExportTemplate> shipped, ExportTemplates templates, AuditTrail trail, Transactions transactions) {
        this.shipped = new TreeMap<>();
        shipped.forEach(template -> this.shipped.put(template.name(), template));
        this.templates = templates;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** Those that hold for the organisation, in the order of their names. */
    public List<ExportTemplate> list(Caller caller, String organisation) {
        refuseOthers(caller, organisation);
        return List.copyOf(inForce(organisation).values());
    }

    /** The one that holds for the organisation. */
    public ExportTemplate find(Caller caller, String organisation, String name) {
        refuseOthers(caller, organisation);
        return Optional.ofNullable(inForce(organisation).get(name)).orElseThrow(() -> notFound(name));
    }

    private Map<String, ExportTemplate> inForce(String organisation) {
        Map<String, ExportTemplate> inForce = new TreeMap<>(shipped);
        templates.of(organisation).forEach(template -> inForce.put(template.name(), template));
        return inForce;
    }

    public Posted<ExportTemplate> put(Caller caller, String organisation, String name, List<Column> columns) {
        refuseOthers(caller, organisation);
        return transactions.within(() -> {
            Optional<ExportTemplate> known = templates.lock(organisation, name);
            known.or(() -> Optional.ofNullable(shipped.get(name)))
                    .ifPresentOrElse(before -> SeenVersion.refuseUnlessSeen(before.version()), SeenVersion::refuseNew);
            if (known.isPresent() && known.get().columns().equals(columns)) {
                return new Posted<>(known.get(), false);
            }
            long version = known.map(ExportTemplate::version).orElse(0L) + 1;
            ExportTemplate put = new ExportTemplate(name, organisation, version, columns);
            templates.put(put);
            tell("EXPORT_TEMPLATE_PUT", put);
            return new Posted<>(put, known.isEmpty());
        });
    }

    /** Takes the organisation's own away, so that the shipped one holds again, if there is one of this name. */
    public void remove(Caller caller, String organisation, String name) {
        refuseOthers(caller, organisation);
        transactions.within(() -> {
            ExportTemplate known = templates.lock(organisation, name).orElseThrow(() -> notFound(name));
            SeenVersion.refuseUnlessSeen(known.version());
            templates.remove(known);
            tell("EXPORT_TEMPLATE_REMOVED", known);
            return known;
        });
    }

    private void tell(String what, ExportTemplate template) {
        trail.record(Deed.done(
                what,
                new Deed.Entity("EXPORT_TEMPLATE", template.name()),
                new Deed.Concerned(template.organisation(), null, null),
                Map.of("version", Long.toString(template.version()))));
    }

    private static void refuseOthers(Caller caller, String organisation) {
        if (!caller.is(Role.UNIVERSITY, organisation) && !caller.is(Role.OPERATIONS)) {
            throw new Refusal.Forbidden(
                            "Templates of tables are for the university that sends the tables, and operations.")
                    .asException();
        }
    }

    private static RuntimeException notFound(String name) {
        return new Refusal.NotFound("export template", name).asException();
    }
}
