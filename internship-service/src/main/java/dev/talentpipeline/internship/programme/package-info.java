/** Programmes: one market each, with its members, rules and state. */
@NullMarked
package dev.talentpipeline.internship.programme;

import org.jspecify.annotations.NullMarked;
