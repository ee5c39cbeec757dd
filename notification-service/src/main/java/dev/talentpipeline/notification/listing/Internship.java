package dev.talentpipeline.notification.listing;

/** What notices say about an internship. The stipend is CNY a month. */
public record Internship(
        String programmeId, String internshipId, long version, String title, String company, int stipend) {}
