package dev.talentpipeline.stack.demo;

import dev.talentpipeline.stack.client.InternshipBody;

/**
 * An internship of the demo programme.
 *
 * @param reference the company's own, unique in the whole market
 */
public record DemoInternship(DemoOrganisation company, String reference, InternshipBody body) {}
