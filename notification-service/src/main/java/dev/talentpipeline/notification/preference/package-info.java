/** How people want to be told by mail: what at once, what together, what not at all, and at what hours. */
@NullMarked
package dev.talentpipeline.notification.preference;

import org.jspecify.annotations.NullMarked;
