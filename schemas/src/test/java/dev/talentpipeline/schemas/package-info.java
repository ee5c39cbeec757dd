@NullMarked
package dev.talentpipeline.schemas;

import org.jspecify.annotations.NullMarked;
