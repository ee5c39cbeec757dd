/** Tables in workbooks. */
@NullMarked
package dev.talentpipeline.internship.imports.xlsx;

import org.jspecify.annotations.NullMarked;
