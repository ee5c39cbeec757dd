/** Accounts over HTTP: the calls below `/api/v1/accounts`, and the pages for invitations, one's own account and administration. */
@NullMarked
package dev.talentpipeline.console.identity.web;

import org.jspecify.annotations.NullMarked;
