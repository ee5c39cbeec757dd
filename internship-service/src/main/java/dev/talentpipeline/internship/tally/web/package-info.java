/** Counts of reasons over HTTP. */
@NullMarked
package dev.talentpipeline.internship.tally.web;

import org.jspecify.annotations.NullMarked;
