/** What changes in a programme, told to those whom it concerns while they look on. */
@NullMarked
package dev.talentpipeline.internship.change;

import org.jspecify.annotations.NullMarked;
