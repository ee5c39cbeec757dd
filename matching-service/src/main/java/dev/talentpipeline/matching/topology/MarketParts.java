package dev.talentpipeline.matching.topology;

import dev.talentpipeline.matching.clearing.Clearing;
import dev.talentpipeline.matching.explanation.PublishedMarkets;

/** What every task of the market works with. */
record MarketParts(
        Wire wire,
        InputEnds inputEnds,
        Clearing clearing,
        PublishedMarkets published,
        MatchingSettings settings,
        MatchingMeters meters) {}
