/** Destinations: where each graduate on a roll goes, with the evidence for it. An internship is never one. */
@NullMarked
package dev.talentpipeline.internship.destination;

import org.jspecify.annotations.NullMarked;
