/** What benchmarks enter into a running stack, and how they see that it has arrived. */
@NullMarked
package dev.talentpipeline.benchmarks.load;

import org.jspecify.annotations.NullMarked;
