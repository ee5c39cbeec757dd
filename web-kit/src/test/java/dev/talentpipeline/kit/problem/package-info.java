@NullMarked
package dev.talentpipeline.kit.problem;

import org.jspecify.annotations.NullMarked;
