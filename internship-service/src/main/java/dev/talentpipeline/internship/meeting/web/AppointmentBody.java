package dev.talentpipeline.internship.meeting.web;

import dev.talentpipeline.internship.meeting.Interview.Appointment;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.description.Described;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When, how long and where, as it is sent. */
record AppointmentBody(
        @Described(as = Instant.class, required = true) @Nullable String startsAt,

        @Nullable Integer minutes,
        @Nullable String place,
        @Nullable String link) {

    private static final int USUAL_MINUTES = 30;
    private static final int MOST_MINUTES = 480;

    /**
     * The appointment.
     *
     * @param anywhere whether place and link may both be missing, as what is moved stays where it is
     */
    Appointment appointment(Violations violations, boolean anywhere) {
        Instant at = violations.optionalInstant("startsAt", startsAt);
        if (startsAt == null) {
            violations.add("startsAt", null, "Give an instant with its offset such as 2027-03-01T09:00:00Z.");
        }
        String where = violations.optionalText("place", place, 200);
        String web = violations.optionalText("link", link, 500);
        if (web != null && !isWeb(web)) {
            violations.add("link", web, "Give an address that begins with https://.");
        }
        if (where == null && web == null && !anywhere) {
            violations.add("place", null, "Give a place, a link or both.");
        }
        return new Appointment(
                at == null ? Instant.EPOCH : at,
                violations.within("minutes", minutes, 5, MOST_MINUTES, USUAL_MINUTES),
                where,
                web);
    }

    private static boolean isWeb(String link) {
        try {
            URI address = new URI(link);
            return "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
