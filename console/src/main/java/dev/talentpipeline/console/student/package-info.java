/** What a student sees: their own profile, and their offers with the reasons for them. */
@NullMarked
package dev.talentpipeline.console.student;

import org.jspecify.annotations.NullMarked;
