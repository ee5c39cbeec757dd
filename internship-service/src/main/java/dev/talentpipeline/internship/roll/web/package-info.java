/** The roll over HTTP. */
@NullMarked
package dev.talentpipeline.internship.roll.web;

import org.jspecify.annotations.NullMarked;
