/** How fast events flow through a running stack, seen from outside. */
@NullMarked
package dev.talentpipeline.benchmarks.flow;

import org.jspecify.annotations.NullMarked;
