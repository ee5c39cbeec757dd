/** Destinations over HTTP. */
@NullMarked
package dev.talentpipeline.internship.destination.web;

import org.jspecify.annotations.NullMarked;
