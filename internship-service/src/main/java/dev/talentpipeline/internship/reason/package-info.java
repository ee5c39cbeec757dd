/** Coded reasons: what a party may say for each act that carries one, in a catalogue that operations adds to. */
@NullMarked
package dev.talentpipeline.internship.reason;

import org.jspecify.annotations.NullMarked;
