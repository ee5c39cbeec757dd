/** What readers say of themselves beside their offsets. */
@NullMarked
package dev.talentpipeline.monitoring.ledger.kafka;

import org.jspecify.annotations.NullMarked;
