/** Lag over HTTP. */
@NullMarked
package dev.talentpipeline.monitoring.lag.web;

import org.jspecify.annotations.NullMarked;
