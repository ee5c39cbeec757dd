package dev.talentpipeline.console.identity;

import org.jspecify.annotations.Nullable;

/**
 * What an account may do beyond its role.
 *
 * @param administrator whether it may invite, change and deactivate accounts of its organisation
 * @param school the school of a university to which it is bound; null: all schools
 */
public record Rights(boolean administrator, @Nullable String school) {}
