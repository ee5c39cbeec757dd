/** Agreements and the internships that rest on them, for the parties that work on them at a desk: companies and universities. */
@NullMarked
package dev.talentpipeline.console.placement;

import org.jspecify.annotations.NullMarked;
