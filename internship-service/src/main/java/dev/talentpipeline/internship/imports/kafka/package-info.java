/** Imports on their topic. */
@NullMarked
package dev.talentpipeline.internship.imports.kafka;

import org.jspecify.annotations.NullMarked;
