package dev.talentpipeline.console.student;

import dev.talentpipeline.console.api.Offer;
import java.util.List;
import java.util.Map;

/** What a student can answer an offer with: what the service says is possible, or where it does not say, what leads on from its state. */
final class Answers {

    private static final List<String> STUDENTS = List.of("ACCEPT", "KEEP", "DECLINE", "RELEASE", "REFUSE_RELEASE");

    private static final Map<String, List<String>> BY_STATE = Map.of(
            "EXTENDED", List.of("ACCEPT", "KEEP", "DECLINE"),
            "KEPT", List.of("ACCEPT", "DECLINE"),
            "ACCEPTED", List.of("RELEASE"),
            "CONFIRMED", List.of("RELEASE"));

    private Answers() {}

    static List<String> to(Offer offer) {
        List<String> said = offer.possible();
        if (said != null) {
            return STUDENTS.stream().filter(said::contains).toList();
        }
        List<String> known = offer.state() == null ? null : BY_STATE.get(offer.state());
        if (known == null) {
            return List.of();
        }
        Offer.Release release = offer.release();
        if (release == null || !known.contains("RELEASE")) {
            return known;
        }
        return "STUDENT".equals(release.askedBy()) ? List.of("REFUSE_RELEASE") : List.of("RELEASE", "REFUSE_RELEASE");
    }
}
