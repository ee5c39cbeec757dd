package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.reconciliation.Retelling;
import java.util.Optional;

/** Tells an import anew, above what a lost database told of it. */
record RetellingImport(String topic, Imports imports, ImportChanges changes) implements Retelling {

    @Override
    public Optional<Long> versionOf(String key) {
        return Retelling.id(key).flatMap(imports::find).map(Import::version);
    }

    @Override
    public long retell(String key, long above) {
        Import locked = Retelling.id(key).flatMap(imports::lock).orElseThrow();
        long version = Retelling.above(locked.version(), above);
        changes.save(locked.toldAs(version));
        return version;
    }
}
