/**
 * Sign-in and tokens by Spring Security: the token endpoint for machines, the session for people, and the short token that
 * stands for a session towards the services.
 */
@NullMarked
package dev.talentpipeline.console.identity.security;

import org.jspecify.annotations.NullMarked;
