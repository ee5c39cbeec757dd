/** Simulations over HTTP. */
@NullMarked
package dev.talentpipeline.matching.simulation.web;

import org.jspecify.annotations.NullMarked;
