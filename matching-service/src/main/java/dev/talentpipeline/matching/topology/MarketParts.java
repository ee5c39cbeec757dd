package dev.talentpipeline.matching.topology;

import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.matching.clearing.Verifier;
import dev.talentpipeline.matching.explanation.PublishedMarkets;

/** What every task of the market works with. */
record MarketParts(
        Wire wire,
        InputEnds inputEnds,
        ReadingAccounts accounts,
        ClearingWorkers workers,
        Verifier verifier,
        PublishedMarkets published,
        MatchingSettings settings,
        MatchingMeters meters,
        Tracing tracing) {}
