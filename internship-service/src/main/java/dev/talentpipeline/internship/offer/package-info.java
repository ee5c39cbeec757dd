/** Offers: what became of the matcher's proposals, under the rules that keep students and seats from being bound twice. */
@NullMarked
package dev.talentpipeline.internship.offer;

import org.jspecify.annotations.NullMarked;
