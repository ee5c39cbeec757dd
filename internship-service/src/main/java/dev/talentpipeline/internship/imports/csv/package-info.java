/** Tables in texts with delimiters. */
@NullMarked
package dev.talentpipeline.internship.imports.csv;

import org.jspecify.annotations.NullMarked;
