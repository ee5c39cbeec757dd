/** Tables whose columns somebody else prescribes, what an import reads of a list, and who took which list, for the exports of the kit. */
@NullMarked
package dev.talentpipeline.internship.exports;

import org.jspecify.annotations.NullMarked;
