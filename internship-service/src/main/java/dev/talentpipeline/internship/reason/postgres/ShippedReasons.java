package dev.talentpipeline.internship.reason.postgres;

import dev.talentpipeline.internship.catalogue.postgres.CsvRows;
import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.reason.Reason;
import dev.talentpipeline.internship.transaction.Transactions;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Enters the reasons that the release ships, before the service takes requests. */
@Component
final class ShippedReasons implements InitializingBean {

    private final PostgresReasons reasons;
    private final Transactions transactions;

    ShippedReasons(PostgresReasons reasons, Transactions transactions) {
        this.reasons = reasons;
        this.transactions = transactions;
    }

    @Override
    public void afterPropertiesSet() {
        List<Reason> shipped = CsvRows.read("catalogue/reasons.csv").stream()
                .map(row -> new Reason(Act.valueOf(row.text("act")), row.text("code"), row.text("en"), row.text("zh")))
                .toList();
        transactions.within(() -> {
            shipped.forEach(reasons::ship);
            return shipped.size();
        });
    }
}
