package dev.talentpipeline.console.identity.trail;

/** What was done to an account, or taken out of the lists of accounts. */
public enum Act {
    INVITED,
    INVITATION_RENEWED,
    INVITATION_REVOKED,
    INVITATION_ACCEPTED,
    SIGNED_IN,
    RIGHTS_CHANGED,
    DEACTIVATED,
    REACTIVATED,
    HANDED_OVER,
    PASSWORD_CHANGED,
    RESET_ISSUED,
    PASSWORD_RESET,
    COVER_NAMED,
    COVER_ENDED,
    ACTING_STARTED,
    ACTING_ENDED,
    PROVIDER_LINKED,
    PROVIDER_UNLINKED,
    LIST_EXPORTED,
    LIST_EXPORT_BROKEN_OFF
}
