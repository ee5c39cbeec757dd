/** Journeys over HTTP. */
@NullMarked
package dev.talentpipeline.monitoring.journey.web;

import org.jspecify.annotations.NullMarked;
