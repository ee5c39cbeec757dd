/** Tests of the package of the same name. */
@NullMarked
package dev.talentpipeline.matching.explanation.web;

import org.jspecify.annotations.NullMarked;
