/** Deferred acceptance over flat arrays: from given lists, from profiles in one go, and change by change. Pure Java. */
@NullMarked
package dev.talentpipeline.matching.engine.assignment;

import org.jspecify.annotations.NullMarked;
