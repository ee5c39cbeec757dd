/** Own data over HTTP. */
@NullMarked
package dev.talentpipeline.internship.owndata.web;

import org.jspecify.annotations.NullMarked;
