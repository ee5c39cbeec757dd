package dev.talentpipeline.monitoring.servicelevel;

/**
 * Something whose pace is promised.
 *
 * @param name by which it is called, in small letters and hyphens
 * @param words what is promised, as operations reads it
 * @param measure how it is measured
 * @param usually what is promised if operations says nothing else
 */
public record ServiceLevel(String name, Words words, Measure measure, Target usually) {

    /** The same sentence in both languages. */
    public record Words(String zh, String en) {}

    /** How a level is measured. */
    public sealed interface Measure {

        /**
         * By the minute: one is good if no event waited longer for the reader than is promised. So a reader that stands still is as bad as one with a long backlog, whatever comes in.
         */
        record Freshness(String reader) implements Measure {}

        /** By the offer: from the event that brought it about until it is made. */
        record OfferLatency() implements Measure {}

        /** By the offer: from when it is extended until its student's notice has left. */
        record NoticeLatency() implements Measure {}
    }

    /** What one measure counts. */
    public enum Unit {
        MINUTE,
        OFFER
    }

    public Unit unit() {
        return measure instanceof Measure.Freshness ? Unit.MINUTE : Unit.OFFER;
    }
}
