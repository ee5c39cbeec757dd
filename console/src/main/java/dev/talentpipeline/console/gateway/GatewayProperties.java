package dev.talentpipeline.console.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of what passes.
 *
 * @param answerTimeout within which a service must have answered in full
 * @param fileTimeout within which a list must have been sent in full as a file
 * @param bodyLimit the largest body that a call may carry
 * @param fileLimit the largest file of a dossier
 * @param importLimit the largest file of rows to be imported
 */
@ConfigurationProperties("talentpipeline.gateway")
record GatewayProperties(
        @DefaultValue("30s") Duration answerTimeout,
        @DefaultValue("10m") Duration fileTimeout,
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue("5MB") DataSize fileLimit,
        @DefaultValue("64MB") DataSize importLimit) {}
