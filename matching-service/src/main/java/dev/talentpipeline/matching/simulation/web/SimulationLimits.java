package dev.talentpipeline.matching.simulation.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large a simulated market may be; it is cleared while its caller waits.
 *
 * @param choicesMax entries of all lists together
 */
@ConfigurationProperties("talentpipeline.matching.simulation")
record SimulationLimits(
        @DefaultValue("20000") int studentsMax,
        @DefaultValue("5000") int internshipsMax,
        @DefaultValue("1000000") int choicesMax) {}
