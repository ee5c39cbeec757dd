/** What the tests of the running service share: its surroundings, an HTTP client, a stand-in for the matcher, and a reader of topics. */
@NullMarked
package dev.talentpipeline.internship.support;

import org.jspecify.annotations.NullMarked;
