package dev.talentpipeline.internship.exports.postgres;

import dev.talentpipeline.internship.exports.ExportTemplate;
import dev.talentpipeline.internship.exports.ExportTemplates;
import dev.talentpipeline.internship.resource.postgres.Documents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresExportTemplates implements ExportTemplates {

    private static final String SELECT = "select name, organisation, version, columns from export_template ";

    private final JdbcClient jdbc;

    PostgresExportTemplates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ExportTemplate> of(String organisation) {
        return jdbc.sql(SELECT + "where organisation = ? order by name")
                .param(organisation)
                .query(PostgresExportTemplates::read)
                .list();
    }

    @Override
    public Optional<ExportTemplate> lock(String organisation, String name) {
        return jdbc.sql(SELECT + "where organisation = ? and name = ? for update")
                .params(organisation, name)
                .query(PostgresExportTemplates::read)
                .optional();
    }

    @Override
    public void put(ExportTemplate template) {
        jdbc.sql("""
                        insert into export_template (organisation, name, version, columns) values (?, ?, ?, ?)
                        on conflict (organisation, name) do update set version = export_template.version + 1, columns = excluded.columns
                        """)
                .param(template.organisation())
                .param(template.name())
                .param(template.version())
                .param(Documents.write(template.columns()))
                .update();
    }

    @Override
    public void remove(ExportTemplate template) {
        jdbc.sql("delete from export_template where organisation = ? and name = ?")
                .param(template.organisation())
                .param(template.name())
                .update();
    }

    private static ExportTemplate read(ResultSet row, int number) throws SQLException {
        return new ExportTemplate(
                row.getString("name"),
                row.getString("organisation"),
                row.getLong("version"),
                List.of(Documents.read(row.getString("columns"), ExportTemplate.Column[].class)));
    }
}
