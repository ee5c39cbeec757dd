package dev.talentpipeline.notification.webhook.web;

import dev.talentpipeline.kit.listing.Listed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of webhooks, in the order of their ids. */
record WebhookPage(List<WebhookAnswer> items, @Nullable String next) implements Listed<WebhookAnswer> {}
