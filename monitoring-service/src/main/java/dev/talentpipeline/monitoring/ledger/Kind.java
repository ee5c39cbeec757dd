package dev.talentpipeline.monitoring.ledger;

/** In what the accounts differ. */
public enum Kind {
    /** A version was never seen on its topic, and later ones were: its record was deleted, or never written. */
    VERSION_MISSING,
    /** Two events say that they are the same version. */
    VERSION_TWICE,
    /** An older version stands after a newer one. */
    VERSION_BACK,
    /** An event stands on its topic more than once. */
    EVENT_TWICE,
    /** No record stands at an offset where there must be one. */
    OFFSET_MISSING,
    /** Its writer says that it wrote this, or more records than stand there, if it does not list them. */
    WRITTEN_MISSING,
    /** A reader has come past an event without a word about it. */
    READER_SKIPPED,
    /** A reader has applied what it had, or something newer. */
    READER_APPLIED_TWICE,
    /** A reader's counts are not those of the records up to its place. */
    READER_MISCOUNTED,
    /** A student has more than one active offer in a programme (I2). */
    OFFERS_OF_A_STUDENT,
    /** More offers are active than an internship has seats (I3). */
    SEATS_EXCEEDED,
    /** A person has two notices of one event by the same channel (I4). */
    NOTICE_TWICE,
    /** A clearing has pairs that would both rather have each other (I6). */
    BLOCKING_PAIR
}
