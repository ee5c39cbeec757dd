/** Sign-in by the identity provider of an organisation (OpenID Connect). Knows no framework. */
@NullMarked
package dev.talentpipeline.console.identity.provider;

import org.jspecify.annotations.NullMarked;
