/** What a person is told: one notice for each event that concerns them. */
@NullMarked
package dev.talentpipeline.notification.inbox;

import org.jspecify.annotations.NullMarked;
