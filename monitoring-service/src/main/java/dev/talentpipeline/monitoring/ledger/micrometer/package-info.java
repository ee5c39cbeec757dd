/** What differs as metrics. */
@NullMarked
package dev.talentpipeline.monitoring.ledger.micrometer;

import org.jspecify.annotations.NullMarked;
