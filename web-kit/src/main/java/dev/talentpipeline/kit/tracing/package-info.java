/** One trace from a request to the last mail that it brings about: spans that are made by hand, and go to whoever collects them. */
@NullMarked
package dev.talentpipeline.kit.tracing;

import org.jspecify.annotations.NullMarked;
