/** The origin of a change that came over HTTP. */
@NullMarked
package dev.talentpipeline.internship.origin.web;

import org.jspecify.annotations.NullMarked;
