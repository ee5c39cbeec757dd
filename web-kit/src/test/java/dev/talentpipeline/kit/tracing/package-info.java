@NullMarked
package dev.talentpipeline.kit.tracing;

import org.jspecify.annotations.NullMarked;
