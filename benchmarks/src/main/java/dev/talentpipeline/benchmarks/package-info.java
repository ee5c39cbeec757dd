/** Runs benchmarks by name and writes down what they found. */
@NullMarked
package dev.talentpipeline.benchmarks;

import org.jspecify.annotations.NullMarked;
