package dev.talentpipeline.internship.imports;

import java.time.Duration;

/**
 * Bounds of imports.
 *
 * @param mostRows in one file, blank ones not counted
 * @param mostAtOnce that one instance receives, reads and commits at the same time; others are asked to come again
 * @param mostWaiting of one organisation that wait to be committed
 * @param kept how long an import that nobody commits is kept
 * @param silence after which a reading or a commit of which nothing was heard is given up
 */
record ImportSettings(int mostRows, int mostAtOnce, int mostWaiting, Duration kept, Duration silence) {}
