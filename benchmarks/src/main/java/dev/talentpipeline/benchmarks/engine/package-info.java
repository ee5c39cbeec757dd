/** How fast the matching engine is, beside plain collections and beside Lucene. */
@NullMarked
package dev.talentpipeline.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
