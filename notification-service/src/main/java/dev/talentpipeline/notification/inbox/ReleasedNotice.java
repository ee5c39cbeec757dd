package dev.talentpipeline.notification.inbox;

/** A notice for which everything has arrived that is needed to put it into words. */
public record ReleasedNotice(Notice notice, Opening opening) {}
