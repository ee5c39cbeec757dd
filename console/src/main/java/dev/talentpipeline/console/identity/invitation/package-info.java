/** How a person gets an account: an administrator invites them, and they choose a name and a password. Knows no framework. */
@NullMarked
package dev.talentpipeline.console.identity.invitation;

import org.jspecify.annotations.NullMarked;
