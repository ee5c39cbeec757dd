/** The whole running system, seen from outside: over HTTP, Kafka, the registry and the mail that arrives. */
@NullMarked
package dev.talentpipeline.acceptance;

import org.jspecify.annotations.NullMarked;
