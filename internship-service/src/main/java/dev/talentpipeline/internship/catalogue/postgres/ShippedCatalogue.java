package dev.talentpipeline.internship.catalogue.postgres;

import dev.talentpipeline.internship.catalogue.CatalogueEntry;
import dev.talentpipeline.internship.catalogue.CatalogueEntry.Kind;
import dev.talentpipeline.internship.transaction.Transactions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Enters the catalogue that the release ships, from its CSV files, before the service takes requests. */
@Component
final class ShippedCatalogue implements InitializingBean {

    private final PostgresCatalogue catalogue;
    private final Transactions transactions;

    ShippedCatalogue(PostgresCatalogue catalogue, Transactions transactions) {
        this.catalogue = catalogue;
        this.transactions = transactions;
    }

    @Override
    public void afterPropertiesSet() {
        List<CatalogueEntry> entries = Stream.concat(
                        CsvRows.read("catalogue/occupations.csv").stream().map(ShippedCatalogue::occupation),
                        CsvRows.read("catalogue/skills.csv").stream().map(ShippedCatalogue::skill))
                .toList();
        transactions.within(() -> {
            entries.forEach(catalogue::ship);
            return entries.size();
        });
    }

    private static CatalogueEntry occupation(CsvRows.Row row) {
        return new CatalogueEntry(
                Kind.OCCUPATION,
                row.text("id"),
                row.text("en"),
                row.text("zh"),
                row.text("family"),
                row.text("announced"),
                List.of());
    }

    private static CatalogueEntry skill(CsvRows.Row row) {
        List<String> aliases = Stream.of(row.text("aliases_en"), row.text("aliases_zh"))
                .flatMap(text -> Arrays.stream(text.split("\\|")))
                .filter(alias -> !alias.isBlank())
                .distinct()
                .toList();
        return new CatalogueEntry(
                Kind.SKILL, row.text("id"), row.text("en"), row.text("zh"), row.text("family"), null, aliases);
    }
}
