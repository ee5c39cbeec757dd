/** How often somebody may try to sign in. Knows no framework. */
@NullMarked
package dev.talentpipeline.console.identity.signin;

import org.jspecify.annotations.NullMarked;
