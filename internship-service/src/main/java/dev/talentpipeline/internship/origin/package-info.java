/** Where a change came from: correlation, causation and trace. */
@NullMarked
package dev.talentpipeline.internship.origin;

import org.jspecify.annotations.NullMarked;
