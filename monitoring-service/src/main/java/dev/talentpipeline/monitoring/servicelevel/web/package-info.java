/** Service levels over HTTP. */
@NullMarked
package dev.talentpipeline.monitoring.servicelevel.web;

import org.jspecify.annotations.NullMarked;
