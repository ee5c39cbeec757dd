/**
 * The front door of Talent Pipeline: it signs people and machines in, hands their calls on to the services, and shows each
 * role one page of what it owns. It holds accounts and no domain data.
 */
@NullMarked
package dev.talentpipeline.console;

import org.jspecify.annotations.NullMarked;
