/** The market's explanations over HTTP. */
@NullMarked
package dev.talentpipeline.matching.explanation.web;

import org.jspecify.annotations.NullMarked;
