/** The infrastructure of tests in containers, where a Docker engine has the images. */
@NullMarked
package dev.talentpipeline.stack.container;

import org.jspecify.annotations.NullMarked;
