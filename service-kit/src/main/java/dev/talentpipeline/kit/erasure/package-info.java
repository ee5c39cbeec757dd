/** What it takes so that erased data are gone from files too. */
@NullMarked
package dev.talentpipeline.kit.erasure;

import org.jspecify.annotations.NullMarked;
