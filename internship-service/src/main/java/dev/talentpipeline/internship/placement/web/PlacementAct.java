package dev.talentpipeline.internship.placement.web;

/** What a party could do about a placement: enter a step into its record, or draft the employment agreement that it has none of yet. */
enum PlacementAct {
    STARTED,
    COMPLETED,
    ENDED,
    JOB_OFFERED,
    JOB_ACCEPTED,
    JOB_DECLINED,
    DRAFT_EMPLOYMENT
}
