/** Templates of tables in the database. */
@NullMarked
package dev.talentpipeline.internship.exports.postgres;

import org.jspecify.annotations.NullMarked;
