/** Accounts of people who were erased go, and do not come back. Knows no framework. */
@NullMarked
package dev.talentpipeline.console.identity.erasure;

import org.jspecify.annotations.NullMarked;
