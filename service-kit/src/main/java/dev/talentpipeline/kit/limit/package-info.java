/** How often a caller may ask: quotas for accounts and addresses, told and kept by one filter. */
@NullMarked
package dev.talentpipeline.kit.limit;

import org.jspecify.annotations.NullMarked;
