/** Long proofs of the whole system, each a command of its own: {@code ./pipeline prove NAME}. */
@NullMarked
package dev.talentpipeline.acceptance.prove;

import org.jspecify.annotations.NullMarked;
