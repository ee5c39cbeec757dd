/** Events leave through here: written with the state they tell, published afterwards. */
@NullMarked
package dev.talentpipeline.internship.outbox;

import org.jspecify.annotations.NullMarked;
