package dev.talentpipeline.internship.change;

import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.kit.security.Caller;

/** Lets those who may know of a programme follow what changes in it, as far as it concerns them. */
public final class FollowingChanges {

    private final ReadingProgrammes programmes;
    private final ChangeFeed feed;

    FollowingChanges(ReadingProgrammes programmes, ChangeFeed feed) {
        this.programmes = programmes;
        this.feed = feed;
    }

    /** To be closed when nobody is told any more. */
    public Subscription follow(Caller caller, String programmeId, From from) {
        Programme programme = programmes.visible(caller, programmeId);
        return feed.follow(caller, programme.id(), Sight.of(caller, programme), from);
    }
}
