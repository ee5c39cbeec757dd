/** Projects, courses and participation over HTTP. */
@NullMarked
package dev.talentpipeline.internship.joint.web;

import org.jspecify.annotations.NullMarked;
