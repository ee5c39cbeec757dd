/** The API described: the OpenAPI documents of all services as one, and a page that lists every call. */
@NullMarked
package dev.talentpipeline.console.reference;

import org.jspecify.annotations.NullMarked;
