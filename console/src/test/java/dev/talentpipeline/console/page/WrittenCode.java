package dev.talentpipeline.console.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is written in source files, for tests of what pages say of it. */
final class WrittenCode {

    private WrittenCode() {}

    /** All that is written below these folders, in which a value that is put into a sentence stands as {}, and a quotation mark as ″. */
    static String below(List<Path> folders) {
        StringBuilder code = new StringBuilder();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    code.append(Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return code.toString()
                .replaceAll("(?<!\\\\)\"\\s*\\+\\s*\"", "")
                .replaceAll("\"\\s*\\+\\s*[\\w.()]+\\s*\\+\\s*\"|%[ds]", "{}")
                .replace("\\\"", "″");
    }
}
