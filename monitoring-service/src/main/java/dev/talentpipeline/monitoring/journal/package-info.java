/** Every event that any service wrote, as it can be found again; what says something about a person is not in it. */
@NullMarked
package dev.talentpipeline.monitoring.journal;

import org.jspecify.annotations.NullMarked;
