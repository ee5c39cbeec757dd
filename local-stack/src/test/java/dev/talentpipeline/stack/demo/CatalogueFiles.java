package dev.talentpipeline.stack.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The ids of the catalogue that the platform starts with, read from where internship-service keeps it. */
final class CatalogueFiles {

    private static final Path CATALOGUE = Path.of("../internship-service/src/main/resources/catalogue");

    private CatalogueFiles() {}

    static Set<String> skillIds() throws IOException {
        return ids("skills.csv");
    }

    static Set<String> occupationIds() throws IOException {
        return ids("occupations.csv");
    }

    private static Set<String> ids(String file) throws IOException {
        return Files.readAllLines(CATALOGUE.resolve(file)).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());
    }
}
