/** Organisations over HTTP. */
@NullMarked
package dev.talentpipeline.internship.organisation.web;

import org.jspecify.annotations.NullMarked;
