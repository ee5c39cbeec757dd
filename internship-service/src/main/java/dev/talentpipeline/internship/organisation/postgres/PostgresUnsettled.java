package dev.talentpipeline.internship.organisation.postgres;

import dev.talentpipeline.internship.organisation.Unsettled;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresUnsettled implements Unsettled {

    private static final int MOST_SWEPT = 100;

    private final JdbcClient jdbc;

    PostgresUnsettled(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void note(String company) {
        jdbc.sql("""
                        insert into company_unsettled (company, times) values (?, 1)
                        on conflict (company) do update set times = company_unsettled.times + 1
                        """).param(company).update();
    }

    @Override
    public List<Noted> some() {
        return jdbc.sql("select company, times from company_unsettled order by company limit ?")
                .param(MOST_SWEPT)
                .query((row, number) -> new Noted(row.getString("company"), row.getLong("times")))
                .list();
    }

    @Override
    public void settled(Noted noted) {
        jdbc.sql("delete from company_unsettled where company = ? and times = ?")
                .params(noted.company(), noted.times())
                .update();
    }
}
