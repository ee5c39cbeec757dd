/** Which versions of each schema there are, who writes which, and what readers make of them. */
@NullMarked
package dev.talentpipeline.monitoring.schema;

import org.jspecify.annotations.NullMarked;
