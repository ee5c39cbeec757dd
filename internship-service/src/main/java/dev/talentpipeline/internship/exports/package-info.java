/** Lists as files: whatever a list shows, whole, as a table or as JSON. */
@NullMarked
package dev.talentpipeline.internship.exports;

import org.jspecify.annotations.NullMarked;
