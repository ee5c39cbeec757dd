/** Tables as texts with delimiters. */
@NullMarked
package dev.talentpipeline.internship.exports.csv;

import org.jspecify.annotations.NullMarked;
