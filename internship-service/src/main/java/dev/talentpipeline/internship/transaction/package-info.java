/** What the use cases need to know of transactions. */
@NullMarked
package dev.talentpipeline.internship.transaction;

import org.jspecify.annotations.NullMarked;
