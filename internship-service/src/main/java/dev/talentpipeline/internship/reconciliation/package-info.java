/** What topics say beyond a database that came out of a backup is found at the start, named, and brought in line. */
@NullMarked
package dev.talentpipeline.internship.reconciliation;

import org.jspecify.annotations.NullMarked;
