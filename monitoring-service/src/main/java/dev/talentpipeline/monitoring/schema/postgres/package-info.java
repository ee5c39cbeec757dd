/** Who was seen writing which version. */
@NullMarked
package dev.talentpipeline.monitoring.schema.postgres;

import org.jspecify.annotations.NullMarked;
