package dev.talentpipeline.stack;

import dev.talentpipeline.stack.process.ProcessException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs that the build of this module put into {@code local-stack/target}: jars of the broker, the unpacked registry and the archive
 * with the database.
 *
 * @param target {@code local-stack/target} as an absolute path
 */
public record Installation(Path target) {

    /** Names the directory where it cannot be found by looking around. */
    public static final String PROPERTY = "talentpipeline.local-stack";

    /**
     * Finds it by the system property {@value #PROPERTY}, beside the classes of this module, or in a {@code local-stack} folder of the working
     * directory or one above it.
     */
    public static Installation locate() {
        Path working = Path.of("").toAbsolutePath();
        return Stream.of(
                        Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).stream(),
                        Stream.of(ownCode().getParent()),
                        Stream.iterate(working, directory -> directory != null, Path::getParent)
                                .map(directory ->
                                        directory.resolve("local-stack").resolve("target")))
                .flatMap(candidates -> candidates)
                .map(Path::toAbsolutePath)
                .filter(Installation::isComplete)
                .findFirst()
                .map(Installation::new)
                .orElseThrow(() -> new ProcessException(
                        "local-stack/target was found neither beside %s nor above %s with the broker and the registry in it. Maybe local-stack has not been built: mvn -pl local-stack -am package -DskipTests, or name the directory by -D%s=…"
                                .formatted(ownCode(), working, PROPERTY)));
    }

    private static boolean isComplete(Path target) {
        return Files.isDirectory(target.resolve("lib")) && Files.isRegularFile(registryJar(target));
    }

    /** The jars that child JVMs run from, as a class path. */
    public String libraries() {
        return target.resolve("lib") + "/*";
    }

    /** The class path of this module's own programs. */
    public String programs() {
        return ownCode() + System.getProperty("path.separator") + libraries();
    }

    public Path registryJar() {
        return registryJar(target);
    }

    private static Path registryJar(Path target) {
        return target.resolve("registry").resolve("quarkus-run.jar");
    }

    private static Path ownCode() {
        try {
            return Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new ProcessException("The place of this module's classes must be a file: " + e.getMessage(), e);
        }
    }
}
