/** What was reconciled, over HTTP. */
@NullMarked
package dev.talentpipeline.internship.reconciliation.web;

import org.jspecify.annotations.NullMarked;
