/** The pages of a recruitment programme, for everybody who takes part in it: its rules, its matching rounds, what happens in it now. */
@NullMarked
package dev.talentpipeline.console.programme;

import org.jspecify.annotations.NullMarked;
