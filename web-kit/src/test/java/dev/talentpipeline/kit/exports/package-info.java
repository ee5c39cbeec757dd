@NullMarked
package dev.talentpipeline.kit.exports;

import org.jspecify.annotations.NullMarked;
