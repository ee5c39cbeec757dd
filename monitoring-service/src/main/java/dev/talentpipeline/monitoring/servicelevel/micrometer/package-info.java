/** Service levels as metrics. */
@NullMarked
package dev.talentpipeline.monitoring.servicelevel.micrometer;

import org.jspecify.annotations.NullMarked;
