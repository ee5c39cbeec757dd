/** Operations' way from a number or a reference, which travel nowhere, to the ids that do. */
@NullMarked
package dev.talentpipeline.internship.lookup;

import org.jspecify.annotations.NullMarked;
