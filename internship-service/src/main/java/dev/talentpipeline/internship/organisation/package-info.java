/** Organisations: universities with their schools, and companies, which are verified before what they post is seen. */
@NullMarked
package dev.talentpipeline.internship.organisation;

import org.jspecify.annotations.NullMarked;
