/** Refusals as problem details over HTTP. */
@NullMarked
package dev.talentpipeline.internship.refusal.web;

import org.jspecify.annotations.NullMarked;
