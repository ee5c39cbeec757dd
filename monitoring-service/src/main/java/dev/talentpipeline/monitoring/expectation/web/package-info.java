/** Expectations over HTTP. */
@NullMarked
package dev.talentpipeline.monitoring.expectation.web;

import org.jspecify.annotations.NullMarked;
