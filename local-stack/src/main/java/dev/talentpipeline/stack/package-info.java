/**
 * The real broker, database, registry and mail server, each a process of its own on this machine: for the tests of every
 * service through {@link dev.talentpipeline.stack.Infrastructure}, and for {@code ./pipeline up} through the supervisor.
 */
@NullMarked
package dev.talentpipeline.stack;

import org.jspecify.annotations.NullMarked;
