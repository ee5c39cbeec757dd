package dev.talentpipeline.internship.resource.postgres;

import dev.talentpipeline.internship.resource.Between;
import dev.talentpipeline.internship.resource.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads from tables with the columns id, programme, student, internship, university, company, person and state. */
public final class BetweenRows {

    private static final String BETWEEN = """
              and programme = :programme
              and (cast(:students as uuid[]) is null or student = any(cast(:students as uuid[])))
              and (cast(:internships as uuid[]) is null or internship = any(cast(:internships as uuid[])))
              and (cast(:state as text) is null or state = :state)
              and (cast(:university as text) is null or university = :university)
              and (cast(:company as text) is null or company = :company)
              and (cast(:person as uuid) is null or person = :person)
              and (cast(:after as text) is null or id > cast(:after as uuid))
            order by id limit :rows
            """;

    private BetweenRows() {}

    /**
     * The rows of a page in the order of their ids, and one more.
     *
     * @param select up to and with the table
     * @param condition that each of them fulfils
     */
    public static StatementSpec page(
            JdbcClient jdbc,
            String select,
            String condition,
            Between asked,
            @Nullable Enum<?> state,
            Page.Request request) {
        return jdbc.sql(select + "where " + condition + "\n" + BETWEEN)
                .param("programme", asked.programme())
                .param("students", Rows.array(asked.students()))
                .param("internships", Rows.array(asked.internships()))
                .param("state", state == null ? null : state.name())
                .param("university", asked.university())
                .param("company", asked.company())
                .param("person", asked.person())
                .param("after", request.after())
                .param("rows", request.limit() + 1);
    }
}
