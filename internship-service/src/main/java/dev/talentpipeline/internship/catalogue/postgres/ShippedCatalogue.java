package dev.talentpipeline.internship.catalogue.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.internship.catalogue.CatalogueEntry;
import dev.talentpipeline.internship.catalogue.CatalogueEntry.Kind;
import dev.talentpipeline.internship.transaction.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
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
                        CsvRows.parse(read("occupations.csv")).stream().map(ShippedCatalogue::occupation),
                        CsvRows.parse(read("skills.csv")).stream().map(ShippedCatalogue::skill))
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

    private static String read(String file) {
        try {
            return new ClassPathResource("catalogue/" + file).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("catalogue/" + file + " must be on the class path.", e);
        }
    }
}
