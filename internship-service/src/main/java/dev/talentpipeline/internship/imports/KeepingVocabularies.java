package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.imports.Vocabularies.Vocabulary;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.SeenVersion;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.util.List;

/** An organisation teaches what it calls columns, skills and occupations; every later import of it knows. */
public final class KeepingVocabularies {

    private final Kinds kinds;
    private final Vocabularies vocabularies;
    private final CatalogueReferences catalogue;
    private final Transactions transactions;
    private final Clock clock;

    KeepingVocabularies(
            Kinds kinds,
            Vocabularies vocabularies,
            CatalogueReferences catalogue,
            Transactions transactions,
            Clock clock) {
        this.kinds = kinds;
        this.vocabularies = vocabularies;
        this.catalogue = catalogue;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Vocabulary find(Caller caller, ImportKind kind) {
        return vocabularies.of(organisation(caller, kind), kind);
    }

    /** Takes the place of what was taught before. */
    public Vocabulary put(Caller caller, ImportKind kind, Vocabulary vocabulary) {
        String organisation = organisation(caller, kind);
        List<String> fields =
                kinds.of(kind).columns().stream().map(Column::field).toList();
        Violations violations = new Violations();
        vocabulary.columns().forEach((name, field) -> {
            if (!field.isEmpty() && !fields.contains(field)) {
                violations.add(
                        "columns." + name,
                        field,
                        "Give one of %s, or an empty text for a column that is not to be read."
                                .formatted(String.join(", ", fields)));
            }
        });
        violations.refuseIfAny();
        ReceivingImport.check(catalogue, vocabulary.texts());
        return transactions.within(() -> {
            Vocabulary before = vocabularies.lock(organisation, kind, clock.instant());
            SeenVersion.refuseUnlessSeen(before.version());
            Vocabulary put = vocabulary.after(before);
            if (put.version() != before.version()) {
                vocabularies.save(organisation, kind, put, clock.instant());
            }
            return put;
        });
    }

    private static String organisation(Caller caller, ImportKind kind) {
        Role role = switch (kind) {
            case STUDENTS -> Role.UNIVERSITY;
            case OPENINGS -> Role.COMPANY;
        };
        String organisation = caller.org();
        if (!caller.is(role) || organisation == null) {
            throw new Refusal.Forbidden("Students are imported by universities, openings by companies.").asException();
        }
        return organisation;
    }
}
