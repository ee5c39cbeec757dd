/** One file with all that a stack holds: taken while it runs, checked before it is believed, put back whole or not at all. */
@NullMarked
package dev.talentpipeline.stack.backup;

import org.jspecify.annotations.NullMarked;
