@NullMarked
package dev.talentpipeline.kit.metrics;

import org.jspecify.annotations.NullMarked;
