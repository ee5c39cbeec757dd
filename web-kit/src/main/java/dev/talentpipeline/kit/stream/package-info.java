/** Answers that go on: server-sent events. */
@NullMarked
package dev.talentpipeline.kit.stream;

import org.jspecify.annotations.NullMarked;
