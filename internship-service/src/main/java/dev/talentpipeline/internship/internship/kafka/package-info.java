/** Internships as events. */
@NullMarked
package dev.talentpipeline.internship.internship.kafka;

import org.jspecify.annotations.NullMarked;
