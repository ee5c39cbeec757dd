@NullMarked
package dev.talentpipeline.kit.cell;

import org.jspecify.annotations.NullMarked;
