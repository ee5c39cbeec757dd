/** What operations measures with: metrics, alert rules and dashboards, and whether they fit what the services expose. */
@NullMarked
package dev.talentpipeline.acceptance.instruments;

import org.jspecify.annotations.NullMarked;
