package dev.talentpipeline.console.identity;

import java.util.function.Supplier;

/** Runs work whole or not at all. */
public interface Transactions {

    <T> T within(Supplier<T> work);
}
