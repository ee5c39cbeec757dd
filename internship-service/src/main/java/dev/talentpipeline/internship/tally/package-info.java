/** How often each reason was given, for who runs a programme and for each organisation its own. */
@NullMarked
package dev.talentpipeline.internship.tally;

import org.jspecify.annotations.NullMarked;
