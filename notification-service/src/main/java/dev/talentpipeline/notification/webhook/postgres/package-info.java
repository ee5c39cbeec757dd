/** Endpoints, messages and attempts in their tables. */
@NullMarked
package dev.talentpipeline.notification.webhook.postgres;

import org.jspecify.annotations.NullMarked;
