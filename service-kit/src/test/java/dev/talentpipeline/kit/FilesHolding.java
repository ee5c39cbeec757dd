package dev.talentpipeline.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a text among the bytes of files. */
public final class FilesHolding {

    private FilesHolding() {}

    /** The files below the directory that hold the text. A broker's indexes hold offsets and times only, in large files that are mostly holes. */
    public static List<Path> text(String text, Path directory) {
        String bytes = new String(text.getBytes(UTF_8), ISO_8859_1);
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.isRegularFile(file)
                        && !file.toString().endsWith("index")
                        && read(file).contains(bytes)) {
                    found.add(file);
                }
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                // Something went away while the tree was walked: look again.
                return text(text, directory);
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** A file that goes away before it is read holds nothing any more. */
    private static String read(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
