package dev.talentpipeline.internship.resource.web;

import dev.talentpipeline.internship.resource.Posted;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers that carry a versioned resource: its version is the ETag. */
public final class Answers {

    private Answers() {}

    /** 201 for a new resource, 200 for one that was there. */
    public static <T, R> ResponseEntity<R> posted(Posted<T> posted, ToLongFunction<T> version, Function<T, R> body) {
        HttpStatus status = posted.created() ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status)
                .eTag(Long.toString(version.applyAsLong(posted.resource())))
                .body(body.apply(posted.resource()));
    }

    public static <R> ResponseEntity<R> found(long version, R body) {
        return ResponseEntity.ok().eTag(Long.toString(version)).body(body);
    }
}
