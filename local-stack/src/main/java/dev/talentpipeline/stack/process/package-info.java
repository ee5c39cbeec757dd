/** Operating-system processes: started with a log, waited for, stopped or killed, and found again by a later JVM. */
@NullMarked
package dev.talentpipeline.stack.process;

import org.jspecify.annotations.NullMarked;
