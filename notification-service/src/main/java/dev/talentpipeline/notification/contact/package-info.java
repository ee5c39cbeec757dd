/** Whom notices go to, and in which language. */
@NullMarked
package dev.talentpipeline.notification.contact;

import org.jspecify.annotations.NullMarked;
