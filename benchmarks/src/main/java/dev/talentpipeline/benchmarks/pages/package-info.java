/** How quickly the console's pages come while many people work. */
@NullMarked
package dev.talentpipeline.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
