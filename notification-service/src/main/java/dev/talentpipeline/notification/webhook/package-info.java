/** Webhooks: systems of universities and companies are told of what happens to their offers, placements and meetings. */
@NullMarked
package dev.talentpipeline.notification.webhook;

import org.jspecify.annotations.NullMarked;
