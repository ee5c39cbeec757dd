/**
 * The matching engine: markets of millions in flat arrays, matched at once or change by change. Columns hold the facts, retrieval finds choices and
 * candidates in exact order, assignment matches, verification checks. Pure Java.
 */
@NullMarked
package dev.talentpipeline.matching.engine;

import org.jspecify.annotations.NullMarked;
