/** Certificates over HTTP. */
@NullMarked
package dev.talentpipeline.internship.certificate.web;

import org.jspecify.annotations.NullMarked;
