package dev.talentpipeline.internship.internship;

/** What an opening needs to know of the company that posts it. */
public interface Companies {

    /** How the company stands; it stays so until this transaction ends. Comes before every other lock. */
    CompanyStanding hold(String company);
}
