/** Errors in the form of RFC 9457, in the shape that all services share. */
@NullMarked
package dev.talentpipeline.console.problem;

import org.jspecify.annotations.NullMarked;
