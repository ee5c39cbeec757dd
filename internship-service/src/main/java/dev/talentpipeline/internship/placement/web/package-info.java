/** Placements and their steps over HTTP. */
@NullMarked
package dev.talentpipeline.internship.placement.web;

import org.jspecify.annotations.NullMarked;
