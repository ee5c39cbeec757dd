package dev.talentpipeline.console.architecture.violation.company;

import dev.talentpipeline.console.architecture.violation.university.PeeksAtCompany;
import org.springframework.jdbc.core.JdbcTemplate;

/** Breaks: desks read over HTTP only, SQL stays in postgres packages, and the other half of the circle. */
public class ReadsTables {

    public String url() {
        return JdbcTemplate.class.getName() + PeeksAtCompany.class.getName();
    }
}
