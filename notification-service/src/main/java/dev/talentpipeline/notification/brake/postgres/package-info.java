/** Brakes and their trail in their tables. */
@NullMarked
package dev.talentpipeline.notification.brake.postgres;

import org.jspecify.annotations.NullMarked;
