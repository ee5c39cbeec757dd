/** People behind students: who they are, how they are reached, and who may act for them. */
@NullMarked
package dev.talentpipeline.internship.person;

import org.jspecify.annotations.NullMarked;
