package dev.talentpipeline.notification.preference;

/**
 * What somebody chose.
 *
 * @param version grows by 1 with every change; 0 while nothing was chosen and all is as usual
 */
public record Chosen(NoticePreferences preferences, long version) {}
