/** A student's way in: a token or a link, given on the word of internship-service that their university may ask for it. */
@NullMarked
package dev.talentpipeline.console.access;

import org.jspecify.annotations.NullMarked;
