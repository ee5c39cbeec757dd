/** What administrators do to the accounts of their organisation. Knows no framework. */
@NullMarked
package dev.talentpipeline.console.identity.administration;

import org.jspecify.annotations.NullMarked;
