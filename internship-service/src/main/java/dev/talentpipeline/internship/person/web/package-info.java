/** People over HTTP. */
@NullMarked
package dev.talentpipeline.internship.person.web;

import org.jspecify.annotations.NullMarked;
