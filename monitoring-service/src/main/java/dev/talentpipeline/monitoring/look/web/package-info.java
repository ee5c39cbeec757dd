/** Looks over HTTP. */
@NullMarked
package dev.talentpipeline.monitoring.look.web;

import org.jspecify.annotations.NullMarked;
