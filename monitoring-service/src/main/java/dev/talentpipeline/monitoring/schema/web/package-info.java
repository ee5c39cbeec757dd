/** Schemas over HTTP. */
@NullMarked
package dev.talentpipeline.monitoring.schema.web;

import org.jspecify.annotations.NullMarked;
