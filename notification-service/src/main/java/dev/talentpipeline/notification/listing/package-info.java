/** The published labels of programmes and internships, so that a notice can name what it is about. */
@NullMarked
package dev.talentpipeline.notification.listing;

import org.jspecify.annotations.NullMarked;
