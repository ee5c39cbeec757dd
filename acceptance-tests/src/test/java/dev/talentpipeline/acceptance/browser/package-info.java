/**
 * The console as people use it: each desk's main job in a real Chromium, in both languages, at a desk and on a phone. What every page has to keep is
 * looked at on the way: accessibility, a quiet console, no sideways scrolling, size and time.
 */
@NullMarked
package dev.talentpipeline.acceptance.browser;

import org.jspecify.annotations.NullMarked;
