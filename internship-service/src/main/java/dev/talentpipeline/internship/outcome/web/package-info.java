/** Outcomes over HTTP. */
@NullMarked
package dev.talentpipeline.internship.outcome.web;

import org.jspecify.annotations.NullMarked;
