/** Takes the accounts from the operator's file at start. */
@NullMarked
package dev.talentpipeline.console.identity.provisioning;

import org.jspecify.annotations.NullMarked;
