package dev.talentpipeline.internship.offer.web;

import dev.talentpipeline.internship.offer.DecisionKind;

/** What a party could do about an offer: decide on it, or draft the agreement that it has none of yet. */
enum OfferAct {
    APPROVE,
    VETO,
    ACCEPT,
    KEEP,
    DECLINE,
    ENDORSE,
    REFUSE,
    RELEASE,
    REFUSE_RELEASE,
    DRAFT_AGREEMENT;

    static OfferAct of(DecisionKind decision) {
        return switch (decision) {
            case APPROVE -> APPROVE;
            case VETO -> VETO;
            case ACCEPT -> ACCEPT;
            case KEEP -> KEEP;
            case DECLINE -> DECLINE;
            case ENDORSE -> ENDORSE;
            case REFUSE -> REFUSE;
            case RELEASE -> RELEASE;
            case REFUSE_RELEASE -> REFUSE_RELEASE;
        };
    }
}
