/** What a company sees: its internships in a programme, with their seats and offers. */
@NullMarked
package dev.talentpipeline.console.company;

import org.jspecify.annotations.NullMarked;
