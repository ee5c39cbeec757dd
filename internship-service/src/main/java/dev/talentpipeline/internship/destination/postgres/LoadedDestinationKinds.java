package dev.talentpipeline.internship.destination.postgres;

import dev.talentpipeline.internship.catalogue.postgres.CsvRows;
import dev.talentpipeline.internship.destination.CountsAs;
import dev.talentpipeline.internship.destination.DestinationKind;
import dev.talentpipeline.internship.destination.EvidenceKind;
import dev.talentpipeline.internship.transaction.Transactions;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Lays the table of kinds that the service is started with over the one in the database, before the service takes requests: the one that the
 * release ships, or that of a province or another authority.
 */
@Component
final class LoadedDestinationKinds implements InitializingBean {

    private final PostgresDestinationKinds kinds;
    private final Transactions transactions;
    private final Resource table;

    LoadedDestinationKinds(
            PostgresDestinationKinds kinds,
            Transactions transactions,
            @Value("${talentpipeline.destinations.kinds:classpath:destinations/kinds.csv}") Resource table) {
        this.kinds = kinds;
        this.transactions = transactions;
        this.table = table;
    }

    @Override
    public void afterPropertiesSet() {
        List<DestinationKind> all = read(CsvRows.read(table));
        transactions.within(() -> {
            kinds.replace(all);
            return all.size();
        });
    }

    static List<DestinationKind> read(List<CsvRows.Row> rows) {
        List<DestinationKind> all = rows.stream()
                .map(row -> new DestinationKind(
                        row.text("code"),
                        row.text("zh"),
                        row.text("en"),
                        CountsAs.valueOf(row.text("countsAs")),
                        evidence(row.text("evidence")),
                        row.text("platform").equals("yes")))
                .toList();
        List<DestinationKind> platform =
                all.stream().filter(DestinationKind::platform).toList();
        if (platform.size() != 1
                || platform.getFirst().countsAs() != CountsAs.EMPLOYED
                || !platform.getFirst().evidence().contains(EvidenceKind.EMPLOYMENT_AGREEMENT)) {
            throw new IllegalStateException(
                    "platform (%s) must be yes for one kind, which counts as EMPLOYED by an EMPLOYMENT_AGREEMENT."
                            .formatted(
                                    platform.stream().map(DestinationKind::code).toList()));
        }
        return all;
    }

    private static List<EvidenceKind> evidence(String names) {
        return Arrays.stream(names.split("\\|"))
                .filter(name -> !name.isBlank())
                .map(EvidenceKind::valueOf)
                .distinct()
                .toList();
    }
}
