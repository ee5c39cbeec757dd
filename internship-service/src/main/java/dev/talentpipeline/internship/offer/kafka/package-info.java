/** Proposals in, offers out, as events. */
@NullMarked
package dev.talentpipeline.internship.offer.kafka;

import org.jspecify.annotations.NullMarked;
