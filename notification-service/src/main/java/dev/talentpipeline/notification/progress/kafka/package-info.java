/** Progress on the topic {@code notices}. */
@NullMarked
package dev.talentpipeline.notification.progress.kafka;

import org.jspecify.annotations.NullMarked;
