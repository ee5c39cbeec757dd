/** Students: a person in a programme, with the profile that matching may see. */
@NullMarked
package dev.talentpipeline.internship.student;

import org.jspecify.annotations.NullMarked;
