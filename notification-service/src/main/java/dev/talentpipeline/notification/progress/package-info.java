/** How far notices have got, told to the other services. */
@NullMarked
package dev.talentpipeline.notification.progress;

import org.jspecify.annotations.NullMarked;
