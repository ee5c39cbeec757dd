package dev.talentpipeline.notification.template;

/** A notice as a mail: HTML, and its twin in plain text for those who read or prefer that. */
public record Letter(String subject, String text, String html) {}
