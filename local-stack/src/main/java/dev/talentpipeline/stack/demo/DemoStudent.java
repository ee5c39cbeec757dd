package dev.talentpipeline.stack.demo;

import dev.talentpipeline.stack.client.StudentBody;

/**
 * A student of the demo programme.
 *
 * @param number the university's own
 * @param body as posted, except that its preferences are references of internships, since ids are not known before
 *     those are posted
 */
public record DemoStudent(DemoOrganisation university, String number, StudentBody body) {}
