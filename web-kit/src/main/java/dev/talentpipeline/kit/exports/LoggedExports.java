package dev.talentpipeline.kit.exports;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The trail of a service that keeps none. */
final class LoggedExports implements ExportTrail {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedExports.class);

    @Override
    public void record(TakenList taken) {
        LOG.info(
                "{} {} as {}, {} rows, asked for with {}, by {}",
                taken.deed(),
                taken.list(),
                taken.format(),
                taken.rows(),
                taken.filter(),
                caller());
    }

    private static String caller() {
        return RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes request
                ? Objects.requireNonNullElse(request.getRequest().getRemoteUser(), "nobody")
                : "nobody";
    }
}
