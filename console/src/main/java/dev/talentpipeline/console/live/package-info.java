/** Changes, told to the pages that are open. */
@NullMarked
package dev.talentpipeline.console.live;

import org.jspecify.annotations.NullMarked;
