/** One origin for the API of all services: which service answers a path, and what is changed on the way there and back. */
@NullMarked
package dev.talentpipeline.console.gateway;

import org.jspecify.annotations.NullMarked;
