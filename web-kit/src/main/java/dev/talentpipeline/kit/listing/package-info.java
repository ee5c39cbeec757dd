/** What all lists share over HTTP, and what a request may ask for behind the question mark. */
@NullMarked
package dev.talentpipeline.kit.listing;

import org.jspecify.annotations.NullMarked;
