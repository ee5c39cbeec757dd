/** Erasure on topics. */
@NullMarked
package dev.talentpipeline.internship.owndata.kafka;

import org.jspecify.annotations.NullMarked;
