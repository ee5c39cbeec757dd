/** The roll: whom a university has as students, as the university knows them, and which of them have taken over what is theirs. */
@NullMarked
package dev.talentpipeline.internship.roll;

import org.jspecify.annotations.NullMarked;
