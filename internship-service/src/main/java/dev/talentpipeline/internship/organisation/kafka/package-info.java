/** The desks of organisations as events. */
@NullMarked
package dev.talentpipeline.internship.organisation.kafka;

import org.jspecify.annotations.NullMarked;
