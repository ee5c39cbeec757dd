/** Programmes as events. */
@NullMarked
package dev.talentpipeline.internship.programme.kafka;

import org.jspecify.annotations.NullMarked;
