package dev.talentpipeline.internship.internship;

import dev.talentpipeline.internship.calendar.Calendars;
import dev.talentpipeline.internship.programme.Programme;
import java.time.ZoneId;

/**
 * What a programme lays down for its listings.
 *
 * @param approvalAsked whether each opening is approved first
 * @param zone where its days end
 */
record ListingRules(boolean approvalAsked, ZoneId zone) {

    static ListingRules of(Programme programme, Calendars calendars) {
        return new ListingRules(
                programme.rules().openingApproval().isAsked(),
                calendars
                        .find(programme.rules().deadlines().calendar())
                        .orElseThrow()
                        .zone());
    }
}
