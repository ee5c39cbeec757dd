package dev.talentpipeline.notification.listing;

/** Those who wait for labels. Called within the transaction that keeps the label. */
public interface ListingWatcher {

    void programmeArrived(String programmeId);

    void internshipArrived(String programmeId, String internshipId);
}
