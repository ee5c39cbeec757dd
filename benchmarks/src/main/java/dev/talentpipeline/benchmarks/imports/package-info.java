/** How long a large file takes from its upload to the topics, seen from outside a running stack. */
@NullMarked
package dev.talentpipeline.benchmarks.imports;

import org.jspecify.annotations.NullMarked;
