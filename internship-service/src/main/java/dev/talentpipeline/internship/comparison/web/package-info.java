/** Comparisons over HTTP. */
@NullMarked
package dev.talentpipeline.internship.comparison.web;

import org.jspecify.annotations.NullMarked;
