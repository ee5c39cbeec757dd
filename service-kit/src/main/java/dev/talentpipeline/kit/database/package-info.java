/** Connections outside of any pool, for what listens to a database for as long as a service runs. */
@NullMarked
package dev.talentpipeline.kit.database;

import org.jspecify.annotations.NullMarked;
