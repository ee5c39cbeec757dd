package dev.talentpipeline.stack.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The ids of the catalogue that the platform starts with, read from where it is kept: what letters name too is in schemas. */
final class CatalogueFiles {

    private static final Path SKILLS = Path.of("../schemas/src/main/resources/catalogue/skills.csv");
    private static final Path OCCUPATIONS =
            Path.of("../internship-service/src/main/resources/catalogue/occupations.csv");

    private CatalogueFiles() {}

    static Set<String> skillIds() throws IOException {
        return ids(SKILLS);
    }

    static Set<String> occupationIds() throws IOException {
        return ids(OCCUPATIONS);
    }

    private static Set<String> ids(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());
    }
}
