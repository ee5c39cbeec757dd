/** The map over HTTP. */
@NullMarked
package dev.talentpipeline.monitoring.flow.web;

import org.jspecify.annotations.NullMarked;
