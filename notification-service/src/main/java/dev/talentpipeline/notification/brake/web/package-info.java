/** Brakes over HTTP. */
@NullMarked
package dev.talentpipeline.notification.brake.web;

import org.jspecify.annotations.NullMarked;
