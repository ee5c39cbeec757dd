/** Notices that leave by e-mail: claim, send, settle. */
@NullMarked
package dev.talentpipeline.notification.delivery.mail;

import org.jspecify.annotations.NullMarked;
