package dev.talentpipeline.internship.agreement;

/** An agreement with the names of its parties, to be put on paper. */
public record AgreementSheet(Agreement agreement, String university, String company, String student) {}
