/** Internships over HTTP. */
@NullMarked
package dev.talentpipeline.internship.internship.web;

import org.jspecify.annotations.NullMarked;
