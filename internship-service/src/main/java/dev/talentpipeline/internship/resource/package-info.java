/** What all resources share: how a PUT ends and how a list is paged. */
@NullMarked
package dev.talentpipeline.internship.resource;

import org.jspecify.annotations.NullMarked;
