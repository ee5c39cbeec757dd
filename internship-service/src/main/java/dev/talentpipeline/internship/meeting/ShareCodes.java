package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.resource.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The share codes of all students, and how often companies guessed wrongly. */
public interface ShareCodes {

    void add(ShareCode code, String hash);

    Optional<ShareCode> find(UUID id);

    Optional<ShareCode> find(String hash);

    /** Locks the code and gives its newest state. */
    Optional<ShareCode> lock(UUID id);

    void revoke(UUID id, Instant at);

    void redeem(UUID id, Meeting meeting);

    /** How many codes of the student could be redeemed now. */
    int activeOf(UUID student, Instant now);

    Page<ShareCode> ofStudent(UUID student, Page.Request request);

    /** The wrong guesses of the company, locked, so that it guesses one code after another. */
    Guesses lockGuesses(String company, Instant now);

    void save(String company, Guesses guesses);

    /** Wrong guesses since a time. */
    record Guesses(Instant since, int wrong) {}
}
