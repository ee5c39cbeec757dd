/** A person's own data: read and taken along, and erased. */
@NullMarked
package dev.talentpipeline.internship.owndata;

import org.jspecify.annotations.NullMarked;
