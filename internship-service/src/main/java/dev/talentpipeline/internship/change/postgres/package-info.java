/** Changes, as they are committed. */
@NullMarked
package dev.talentpipeline.internship.change.postgres;

import org.jspecify.annotations.NullMarked;
