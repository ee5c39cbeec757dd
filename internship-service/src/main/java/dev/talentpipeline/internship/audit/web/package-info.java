/** The audit trail over HTTP. */
@NullMarked
package dev.talentpipeline.internship.audit.web;

import org.jspecify.annotations.NullMarked;
