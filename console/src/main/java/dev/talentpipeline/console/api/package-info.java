/**
 * What the services' HTTP API answers to somebody, as far as pages show it. The pages know nothing that is not in here.
 */
@NullMarked
package dev.talentpipeline.console.api;

import org.jspecify.annotations.NullMarked;
