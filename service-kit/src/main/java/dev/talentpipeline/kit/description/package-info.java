/** How a service describes its API beyond what its controllers say: examples, problems. */
@NullMarked
package dev.talentpipeline.kit.description;

import org.jspecify.annotations.NullMarked;
