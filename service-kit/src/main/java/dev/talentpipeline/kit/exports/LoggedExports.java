package dev.talentpipeline.kit.exports;

import dev.talentpipeline.kit.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
                Caller.current().map(Caller::subject).orElse("nobody"));
    }
}
