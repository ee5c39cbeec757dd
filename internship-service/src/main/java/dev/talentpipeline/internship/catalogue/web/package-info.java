/** The catalogue over HTTP. */
@NullMarked
package dev.talentpipeline.internship.catalogue.web;

import org.jspecify.annotations.NullMarked;
