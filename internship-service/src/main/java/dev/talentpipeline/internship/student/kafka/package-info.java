/** Student profiles as events. */
@NullMarked
package dev.talentpipeline.internship.student.kafka;

import org.jspecify.annotations.NullMarked;
