/** What students are called where nobody may know who they are. */
@NullMarked
package dev.talentpipeline.kit.candidate;

import org.jspecify.annotations.NullMarked;
