/** What changes of all things have in common over HTTP. */
@NullMarked
package dev.talentpipeline.notification.resource.web;

import org.jspecify.annotations.NullMarked;
