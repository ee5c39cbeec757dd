/** How the service says no: a value with its reason, and what the caller can do. */
@NullMarked
package dev.talentpipeline.internship.refusal;

import org.jspecify.annotations.NullMarked;
