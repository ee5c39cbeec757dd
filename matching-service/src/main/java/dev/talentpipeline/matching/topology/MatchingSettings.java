package dev.talentpipeline.matching.topology;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the market behaves.
 *
 * @param gather how long a change waits for others before it is cleared, so that what arrives together is cleared together
 * @param repeatAfter after how long an unanswered proposal is sent again
 * @param reportsKept how many reports of a programme can be asked for
 * @param largeFrom from how many members on a market is cleared apart from the small ones
 */
@ConfigurationProperties("talentpipeline.matching")
record MatchingSettings(
        @DefaultValue("PT0.02S") Duration gather,
        @DefaultValue("PT30S") Duration repeatAfter,
        @DefaultValue("200") int reportsKept,
        @DefaultValue("20000") int largeFrom) {}
