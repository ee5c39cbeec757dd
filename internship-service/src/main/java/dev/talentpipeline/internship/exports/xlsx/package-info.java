/** Tables as workbooks. */
@NullMarked
package dev.talentpipeline.internship.exports.xlsx;

import org.jspecify.annotations.NullMarked;
