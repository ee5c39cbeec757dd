/** Changes to what the caller saw, or none. */
@NullMarked
package dev.talentpipeline.kit.version;

import org.jspecify.annotations.NullMarked;
