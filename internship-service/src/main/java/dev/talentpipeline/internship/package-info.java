/** System of record: programmes, people, students, internships and offers. Each feature is a package; its sub-packages are technologies. */
@NullMarked
package dev.talentpipeline.internship;

import org.jspecify.annotations.NullMarked;
