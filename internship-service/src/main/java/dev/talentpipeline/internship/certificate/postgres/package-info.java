/** Certificates in the database. */
@NullMarked
package dev.talentpipeline.internship.certificate.postgres;

import org.jspecify.annotations.NullMarked;
