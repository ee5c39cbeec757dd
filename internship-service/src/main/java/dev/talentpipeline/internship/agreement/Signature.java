package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.offer.Party;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One party's signature, entered by that party.
 *
 * @param signedOn the day on the paper
 * @param scanHash SHA-256 of the signed scan in hexadecimal; null: none was given
 */
public record Signature(
        Party party, LocalDate signedOn, @Nullable String scanHash) {}
