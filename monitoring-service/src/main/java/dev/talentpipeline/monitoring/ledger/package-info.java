/** Whether what was written is what was read, and whether the events keep what is promised. */
@NullMarked
package dev.talentpipeline.monitoring.ledger;

import org.jspecify.annotations.NullMarked;
