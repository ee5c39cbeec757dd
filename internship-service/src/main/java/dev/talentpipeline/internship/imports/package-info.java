/** Students and openings from files: uploaded, looked at, then entered all at once or not at all. */
@NullMarked
package dev.talentpipeline.internship.imports;

import org.jspecify.annotations.NullMarked;
