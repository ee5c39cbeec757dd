/** Notices in words, Chinese or English. */
@NullMarked
package dev.talentpipeline.notification.template;

import org.jspecify.annotations.NullMarked;
