package dev.talentpipeline.internship.destination;

import java.util.List;

/**
 * A code under which destinations are recorded.
 *
 * @param zh in Chinese, for people to read
 * @param en in English, for people to read
 * @param evidence what is taken as evidence; empty: none is needed
 * @param platform whether an employment agreement of the platform is coded so; one kind is
 */
public record DestinationKind(
        String code, String zh, String en, CountsAs countsAs, List<EvidenceKind> evidence, boolean platform) {

    public DestinationKind {
        evidence = evidence.stream().sorted().toList();
    }
}
