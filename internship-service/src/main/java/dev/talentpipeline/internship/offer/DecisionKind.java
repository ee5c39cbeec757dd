package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.reason.Act;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a party may decide, by the name under which it is asked for. */
public enum DecisionKind {
    APPROVE,
    VETO,
    ACCEPT,
    KEEP,
    DECLINE,
    ENDORSE,
    REFUSE,
    /** Asks for a release, or agrees to the one that is asked for. */
    RELEASE,
    /** Says no to the release that is asked for; who asked takes it back by this. */
    REFUSE_RELEASE;

    /** Whose decision it is. */
    Set<Party> parties() {
        return switch (this) {
            case APPROVE, VETO -> EnumSet.of(Party.COMPANY);
            case ACCEPT, KEEP, DECLINE -> EnumSet.of(Party.STUDENT);
            case ENDORSE, REFUSE -> EnumSet.of(Party.SCHOOL, Party.UNIVERSITY);
            case RELEASE, REFUSE_RELEASE -> EnumSet.of(Party.STUDENT, Party.COMPANY, Party.UNIVERSITY);
        };
    }

    /** What the reason that it carries is given for; null: it carries none. */
    @Nullable Act act() {
        return switch (this) {
            case VETO -> Act.VETO;
            case DECLINE -> Act.DECLINE;
            case REFUSE -> Act.REFUSE;
            case RELEASE -> Act.RELEASE;
            case REFUSE_RELEASE -> Act.REFUSE_RELEASE;
            case APPROVE, ACCEPT, KEEP, ENDORSE -> null;
        };
    }

    /** Whether it always says why. A release says so when it is asked for. */
    boolean needsReason() {
        return this == VETO || this == REFUSE;
    }

    public boolean concernsRelease() {
        return this == RELEASE || this == REFUSE_RELEASE;
    }
}
