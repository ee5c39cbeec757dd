/** What a feature holds about people, so that it can be told and erased. */
@NullMarked
package dev.talentpipeline.internship.personaldata;

import org.jspecify.annotations.NullMarked;
