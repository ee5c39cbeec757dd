/** What all resources share over HTTP. */
@NullMarked
package dev.talentpipeline.internship.resource.web;

import org.jspecify.annotations.NullMarked;
