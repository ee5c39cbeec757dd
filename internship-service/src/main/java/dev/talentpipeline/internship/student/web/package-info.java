/** Students over HTTP. */
@NullMarked
package dev.talentpipeline.internship.student.web;

import org.jspecify.annotations.NullMarked;
