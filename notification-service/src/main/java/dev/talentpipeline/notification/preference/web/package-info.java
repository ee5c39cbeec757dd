/** Preferences over HTTP. */
@NullMarked
package dev.talentpipeline.notification.preference.web;

import org.jspecify.annotations.NullMarked;
