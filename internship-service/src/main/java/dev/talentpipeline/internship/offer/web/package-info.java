/** Offers and decisions over HTTP. */
@NullMarked
package dev.talentpipeline.internship.offer.web;

import org.jspecify.annotations.NullMarked;
