/** Acting for a colleague who is absent. Knows no framework. */
@NullMarked
package dev.talentpipeline.console.identity.cover;

import org.jspecify.annotations.NullMarked;
