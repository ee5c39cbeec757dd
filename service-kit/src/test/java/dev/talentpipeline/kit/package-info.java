@NullMarked
package dev.talentpipeline.kit;

import org.jspecify.annotations.NullMarked;
