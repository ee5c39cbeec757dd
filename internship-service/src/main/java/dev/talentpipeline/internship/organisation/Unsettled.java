package dev.talentpipeline.internship.organisation;

import java.util.List;

/** Companies whose internships and offers do not follow yet from how the company stands. */
public interface Unsettled {

    /** Notes the company, in the transaction that changed how it stands. */
    void note(String company);

    /** Some of those noted. */
    List<Noted> some();

    /** The company's internships and offers follow, unless it was noted once more meanwhile. */
    void settled(Noted noted);

    /**
     * A company that was noted.
     *
     * @param times how often
     */
    record Noted(String company, long times) {}
}
