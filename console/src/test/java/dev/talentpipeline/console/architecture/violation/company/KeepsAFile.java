package dev.talentpipeline.console.architecture.violation.company;

import java.io.IOException;
import org.springframework.web.multipart.MultipartFile;

/** Breaks: files are not kept in memory. */
public class KeepsAFile {

    public int length(MultipartFile file) throws IOException {
        return file.getBytes().length;
    }
}
