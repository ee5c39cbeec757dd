/** The season of docs/season.md, walked as it stands there. */
@NullMarked
package dev.talentpipeline.acceptance.season;

import org.jspecify.annotations.NullMarked;
