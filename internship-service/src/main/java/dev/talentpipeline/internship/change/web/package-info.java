/** Changes as server-sent events. */
@NullMarked
package dev.talentpipeline.internship.change.web;

import org.jspecify.annotations.NullMarked;
