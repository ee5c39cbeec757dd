/**
 * A client of the platform's HTTP API for everything that drives a running stack from outside: demo, tests,
 * benchmarks.
 */
@NullMarked
package dev.talentpipeline.stack.client;

import org.jspecify.annotations.NullMarked;
