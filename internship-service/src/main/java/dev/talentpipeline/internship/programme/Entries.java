package dev.talentpipeline.internship.programme;

import java.util.Map;

/** What members have in a programme: a company the seats of its internships, a university its students, those withdrawn left out. */
public interface Entries {

    /** Keeps everybody else from entering for the member until this transaction ends. Comes before the locks of people and internships. */
    void lock(String programme, MarketSide side, String member);

    int count(String programme, MarketSide side, String member);

    /** The same for each member that has anything. */
    Map<String, Integer> counts(String programme, MarketSide side);
}
