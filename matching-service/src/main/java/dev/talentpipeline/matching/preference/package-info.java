/** Who may meet, and how each side ranks the other. Pure Java. */
@NullMarked
package dev.talentpipeline.matching.preference;

import org.jspecify.annotations.NullMarked;
