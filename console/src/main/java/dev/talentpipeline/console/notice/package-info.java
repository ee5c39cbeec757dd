/** What people and desks are told, and how they choose to be told. */
@NullMarked
package dev.talentpipeline.console.notice;

import org.jspecify.annotations.NullMarked;
