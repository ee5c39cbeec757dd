/** Where pages are, for those who make them and for the frame around them. */
@NullMarked
package dev.talentpipeline.console.address;

import org.jspecify.annotations.NullMarked;
