/** Files that a university or a company brings in: its students, its openings. */
@NullMarked
package dev.talentpipeline.console.imports;

import org.jspecify.annotations.NullMarked;
