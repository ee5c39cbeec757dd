/** For a student the best internships in exact order, for an internship the best candidates, without looking at all of them. Pure Java. */
@NullMarked
package dev.talentpipeline.matching.engine.retrieval;

import org.jspecify.annotations.NullMarked;
