/**
 * {@code ./pipeline}: starts the whole system on one machine, each part a process of its own, tells how it is, and stops it without leaving
 * anything behind.
 */
@NullMarked
package dev.talentpipeline.stack.supervisor;

import org.jspecify.annotations.NullMarked;
