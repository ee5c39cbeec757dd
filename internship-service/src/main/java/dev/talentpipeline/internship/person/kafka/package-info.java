/** How people are reached, as events. */
@NullMarked
package dev.talentpipeline.internship.person.kafka;

import org.jspecify.annotations.NullMarked;
