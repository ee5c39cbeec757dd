/** Agreements on paper. */
@NullMarked
package dev.talentpipeline.internship.agreement.pdf;

import org.jspecify.annotations.NullMarked;
