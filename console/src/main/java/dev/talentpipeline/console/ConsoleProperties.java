package dev.talentpipeline.console;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the console stands among the services.
 *
 * @param issuer the `iss` claim of every token, and the origin under which people and machines reach the console
 * @param services where each service answers
 * @param accountsFile JSON with the clients and users that may sign in; absent: the accounts already in the database
 */
@ConfigurationProperties("talentpipeline")
public record ConsoleProperties(
        URI issuer, ServiceAddresses services, @Nullable Path accountsFile) {

    /** Base URLs of the services. */
    public record ServiceAddresses(URI internship, URI matching, URI notification, URI monitoring) {}
}
