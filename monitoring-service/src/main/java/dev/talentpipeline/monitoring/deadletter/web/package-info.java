/** Dead letters over HTTP. */
@NullMarked
package dev.talentpipeline.monitoring.deadletter.web;

import org.jspecify.annotations.NullMarked;
