package dev.talentpipeline.matching.market;

/** The versions of programme, student and internship that a proposal saw, or that were current when it was answered. */
public record Versions(long programme, long student, long internship) {

    boolean allAtLeast(Versions other) {
        return programme >= other.programme && student >= other.student && internship >= other.internship;
    }

    boolean anyBeyond(Versions other) {
        return programme > other.programme || studentOrInternshipBeyond(other);
    }

    boolean studentOrInternshipBeyond(Versions other) {
        return student > other.student || internship > other.internship;
    }
}
