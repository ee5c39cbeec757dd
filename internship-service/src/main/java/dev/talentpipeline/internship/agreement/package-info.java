/** Agreements: the signed papers behind a confirmed offer and behind an accepted job offer. */
@NullMarked
package dev.talentpipeline.internship.agreement;

import org.jspecify.annotations.NullMarked;
