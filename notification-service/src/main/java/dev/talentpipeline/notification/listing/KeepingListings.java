package dev.talentpipeline.notification.listing;

/**
 * Follows the {@code programmes} and {@code internships} topics: the newest label of each is held. The caller opens the
 * transaction.
 */
public final class KeepingListings {

    private final Listings listings;
    private final ListingWatcher watcher;

    public KeepingListings(Listings listings, ListingWatcher watcher) {
        this.listings = listings;
        this.watcher = watcher;
    }

    /** Returns whether this was news; false for a version already held or passed. */
    public boolean arrived(Programme programme) {
        boolean news = listings.keep(programme);
        if (news) {
            watcher.programmeArrived(programme.programmeId());
        }
        return news;
    }

    /** Returns whether this was news; false for a version already held or passed. */
    public boolean arrived(Internship internship) {
        boolean news = listings.keep(internship);
        if (news) {
            watcher.internshipArrived(internship.programmeId(), internship.internshipId());
        }
        return news;
    }
}
