/** Sending dead letters again, to the reader that set them aside and to nobody else: slowly, stoppably, and with who asked for it on record. */
@NullMarked
package dev.talentpipeline.monitoring.redrive;

import org.jspecify.annotations.NullMarked;
