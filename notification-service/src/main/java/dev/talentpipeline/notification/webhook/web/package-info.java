/** The endpoints of organisations over HTTP. */
@NullMarked
package dev.talentpipeline.notification.webhook.web;

import org.jspecify.annotations.NullMarked;
