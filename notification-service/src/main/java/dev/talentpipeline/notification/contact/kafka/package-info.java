/** Contacts as they arrive on their topic. */
@NullMarked
package dev.talentpipeline.notification.contact.kafka;

import org.jspecify.annotations.NullMarked;
