/** The access call, and the page behind a student's link. */
@NullMarked
package dev.talentpipeline.console.access.web;

import org.jspecify.annotations.NullMarked;
