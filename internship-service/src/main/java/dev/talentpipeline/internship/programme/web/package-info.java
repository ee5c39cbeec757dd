/** Programmes over HTTP. */
@NullMarked
package dev.talentpipeline.internship.programme.web;

import org.jspecify.annotations.NullMarked;
