/** Looking up over HTTP. */
@NullMarked
package dev.talentpipeline.internship.lookup.web;

import org.jspecify.annotations.NullMarked;
