/** Who takes part in a programme's rounds, and who is left without a place after one. */
@NullMarked
package dev.talentpipeline.notification.round;

import org.jspecify.annotations.NullMarked;
