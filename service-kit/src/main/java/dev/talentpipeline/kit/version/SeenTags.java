package dev.talentpipeline.kit.version;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What a change says in {@code If-Match} (RFC 9110, section 13.1.1). Weak tags match nothing, as the comparison is a strong one. */
public final class SeenTags {

    private SeenTags() {}

    /** Whether a version is the one that the caller saw; without the header every one is. */
    public static LongPredicate of(@Nullable String header) {
        if (header == null) {
            return _ -> true;
        }
        Set<String> seen = in(header);
        return version -> seen.contains("*") || seen.contains(Long.toString(version));
    }

    /** The versions that the header names, or {@code *} for whichever there is. */
    public static Set<String> in(String header) {
        List<ETag> tags = ETag.parse(header);
        if (tags.isEmpty()) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "malformed-parameter", "If-Match is malformed.")
                    .field(HttpHeaders.IF_MATCH)
                    .value(header)
                    .remedy("Send the ETag of the answer before, with its quotation marks.")
                    .asException();
        }
        return tags.stream().filter(tag -> !tag.weak()).map(ETag::tag).collect(Collectors.toUnmodifiableSet());
    }

    /** Says that it is another version by now than the caller saw. */
    public static ProblemException outdated(long version) {
        return Problem.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "version-changed",
                        "It has version %d by now.".formatted(version))
                .remedy("Read it again, and change what it is now.")
                .with("version", version)
                .asException();
    }
}
