/** Lists as files: whatever a list shows, whole, as a table or as JSON. */
@NullMarked
package dev.talentpipeline.kit.exports;

import org.jspecify.annotations.NullMarked;
