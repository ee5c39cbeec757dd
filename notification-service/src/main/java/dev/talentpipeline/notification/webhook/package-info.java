/** Webhooks: systems of universities and companies are told of what happens to their offers and placements. */
@NullMarked
package dev.talentpipeline.notification.webhook;

import org.jspecify.annotations.NullMarked;
