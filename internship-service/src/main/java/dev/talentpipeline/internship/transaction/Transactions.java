package dev.talentpipeline.internship.transaction;

import java.util.function.Supplier;

/** Runs work whole or not at all. */
public interface Transactions {

    /**
     * Runs the work in a transaction of its own, or, within a running one, in a part of it that is undone alone if the work throws.
     */
    <T> T within(Supplier<T> work);
}
