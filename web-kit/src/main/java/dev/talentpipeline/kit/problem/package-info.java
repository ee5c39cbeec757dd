/** How a service says no over HTTP: problem details (RFC 9457) for everything that can go wrong with a request. */
@NullMarked
package dev.talentpipeline.kit.problem;

import org.jspecify.annotations.NullMarked;
