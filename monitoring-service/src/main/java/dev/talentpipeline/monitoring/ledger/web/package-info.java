/** The ledger over HTTP. */
@NullMarked
package dev.talentpipeline.monitoring.ledger.web;

import org.jspecify.annotations.NullMarked;
