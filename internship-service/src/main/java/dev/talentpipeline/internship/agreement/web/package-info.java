/** Agreements over HTTP. */
@NullMarked
package dev.talentpipeline.internship.agreement.web;

import org.jspecify.annotations.NullMarked;
