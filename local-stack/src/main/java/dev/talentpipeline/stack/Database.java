package dev.talentpipeline.stack;

/** A PostgreSQL server. */
public interface Database extends Part {

    /**
     * The JDBC URL of a database, which is created when it is not there yet.
     *
     * @param database lower-case letters, digits and underscores
     */
    String jdbcUrl(String database);

    String username();

    String password();
}
