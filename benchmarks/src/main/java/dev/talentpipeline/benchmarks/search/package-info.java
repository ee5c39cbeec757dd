/** How soon operations finds what became of a student, by the student's number. */
@NullMarked
package dev.talentpipeline.benchmarks.search;

import org.jspecify.annotations.NullMarked;
