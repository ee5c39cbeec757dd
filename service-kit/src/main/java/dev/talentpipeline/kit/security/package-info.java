/** Who calls: tokens are checked here, and turned into a caller with roles, an organisation and a person. */
@NullMarked
package dev.talentpipeline.kit.security;

import org.jspecify.annotations.NullMarked;
