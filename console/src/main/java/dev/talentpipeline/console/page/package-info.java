/** What all pages share: the frame, the language, the way in and out, and how an error looks. */
@NullMarked
package dev.talentpipeline.console.page;

import org.jspecify.annotations.NullMarked;
