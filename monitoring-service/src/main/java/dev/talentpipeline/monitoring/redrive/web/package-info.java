/** Sending again over HTTP. */
@NullMarked
package dev.talentpipeline.monitoring.redrive.web;

import org.jspecify.annotations.NullMarked;
