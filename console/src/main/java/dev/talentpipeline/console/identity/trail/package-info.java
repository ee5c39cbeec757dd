/** What was done to accounts, by whom and on whose behalf: kept, never changed. Knows no framework. */
@NullMarked
package dev.talentpipeline.console.identity.trail;

import org.jspecify.annotations.NullMarked;
