package dev.talentpipeline.kit.problem;

import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Lets bodies of some paths be larger than the service's others. A service that takes such bodies has a bean of this.
 *
 * @param limit size of the largest body
 */
public record BodyAllowance(PathPattern paths, DataSize limit) {

    /**
     * For the paths of a pattern.
     *
     * @param paths pattern such as {@code /api/v1/files/*}
     */
    public BodyAllowance(String paths, DataSize limit) {
        this(PathPatternParser.defaultInstance.parse(paths), limit);
    }

    boolean isFor(String path) {
        return paths.matches(PathContainer.parsePath(path));
    }
}
