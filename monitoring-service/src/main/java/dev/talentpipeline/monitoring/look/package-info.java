/** Who of operations looked at what is nobody's business without a reason: it is on record. */
@NullMarked
package dev.talentpipeline.monitoring.look;

import org.jspecify.annotations.NullMarked;
