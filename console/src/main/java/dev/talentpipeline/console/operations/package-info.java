/** What operations sees: every programme with its state and its latest matching round. */
@NullMarked
package dev.talentpipeline.console.operations;

import org.jspecify.annotations.NullMarked;
