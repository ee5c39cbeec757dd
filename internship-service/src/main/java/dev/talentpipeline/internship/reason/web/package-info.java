/** The catalogue of reasons over HTTP. */
@NullMarked
package dev.talentpipeline.internship.reason.web;

import org.jspecify.annotations.NullMarked;
