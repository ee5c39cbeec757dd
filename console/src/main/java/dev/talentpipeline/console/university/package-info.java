/** What a university sees: its students in a programme, and how each stands. */
@NullMarked
package dev.talentpipeline.console.university;

import org.jspecify.annotations.NullMarked;
