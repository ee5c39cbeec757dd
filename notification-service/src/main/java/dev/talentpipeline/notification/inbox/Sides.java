package dev.talentpipeline.notification.inbox;

/** The organisations that something is between, by their ids; empty where an early release did not say. */
public record Sides(String university, String company) {

    public static final Sides UNKNOWN = new Sides("", "");
}
