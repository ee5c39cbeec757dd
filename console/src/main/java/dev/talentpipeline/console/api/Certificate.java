package dev.talentpipeline.console.api;

import org.jspecify.annotations.Nullable;

/** A certificate that somebody holds for an occupation. */
public record Certificate(
        String occupation,
        @Nullable String level,
        @Nullable String number,
        @Nullable String issuedOn,
        @Nullable String state) {}
