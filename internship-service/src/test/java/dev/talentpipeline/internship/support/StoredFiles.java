package dev.talentpipeline.internship.support;

import dev.talentpipeline.kit.FilesHolding;
import dev.talentpipeline.stack.Infrastructure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every file of the database and of the broker, searched for texts. */
@TestComponent
public class StoredFiles {

    private final JdbcClient jdbc;

    StoredFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The database's files that hold the text, its log of writing included; what only its memory holds is written first. */
    public List<Path> ofTheDatabase(String text) {
        jdbc.sql("checkpoint").update();
        return FilesHolding.text(
                text,
                Path.of(jdbc.sql("show data_directory").query(String.class).single()));
    }

    /** The broker's files that hold the text. */
    public List<Path> ofTheBroker(String text) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                Infrastructure.shared().bootstrapServers());
        List<Path> found = new ArrayList<>();
        try (Admin admin = Admin.create(settings)) {
            Set<Integer> brokers = Set.of(
                    admin.describeCluster().nodes().get().iterator().next().id());
            for (String directory : admin.describeLogDirs(brokers)
                    .allDescriptions()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .keySet()) {
                found.addAll(FilesHolding.text(text, Path.of(directory)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }
}
