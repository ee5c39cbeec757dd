/** The inbox over HTTP. */
@NullMarked
package dev.talentpipeline.notification.inbox.web;

import org.jspecify.annotations.NullMarked;
