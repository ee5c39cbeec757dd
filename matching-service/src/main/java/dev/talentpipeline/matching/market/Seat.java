package dev.talentpipeline.matching.market;

/**
 * One place of an internship that a student holds: reserved by a proposal that has no answer yet, or bound by an active offer.
 */
public record Seat(String offerId, Pair pair) {}
