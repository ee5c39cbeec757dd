/** Imports over HTTP. */
@NullMarked
package dev.talentpipeline.internship.imports.web;

import org.jspecify.annotations.NullMarked;
