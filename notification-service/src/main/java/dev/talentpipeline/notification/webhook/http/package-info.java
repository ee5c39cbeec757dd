/** Requests to the systems of organisations, kept from going to internal addresses. */
@NullMarked
package dev.talentpipeline.notification.webhook.http;

import org.jspecify.annotations.NullMarked;
