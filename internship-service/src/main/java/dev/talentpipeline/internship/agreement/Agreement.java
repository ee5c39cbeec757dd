package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.placement.Signing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An agreement between student, company and university. Until all three have signed, another text may take the place of the one that is
 * there and has to be signed anew; after that it is final.
 *
 * @param offer the offer that it comes from
 * @param number the university's own, unique there for each kind
 * @param revision of the text, from 1 on
 * @param signatures under this text, in the order of the parties
 * @param version grows by 1 with every change of text and with every signature
 */
public record Agreement(
        UUID id,
        UUID offer,
        String university,
        String number,
        int revision,
        Terms terms,
        List<Signature> signatures,
        long version,
        Instant changedAt) {

    public Agreement {
        signatures = List.copyOf(signatures);
    }

    public AgreementKind kind() {
        return terms.kind();
    }

    public List<Party> signedBy() {
        return signatures.stream().map(Signature::party).toList();
    }

    /** Who has yet to sign. */
    public List<Party> unsigned() {
        return Signing.SIGNATORIES.stream()
                .filter(party -> !signedBy().contains(party))
                .toList();
    }

    /** Whether all have signed. */
    public boolean isWhole() {
        return unsigned().isEmpty();
    }

    boolean says(String otherNumber, Terms otherTerms) {
        return number.equals(otherNumber) && terms.equals(otherTerms);
    }

    /** This agreement with another text, which nobody has signed. */
    Agreement revised(String newNumber, Terms newTerms, Instant now) {
        return new Agreement(id, offer, university, newNumber, revision + 1, newTerms, List.of(), version + 1, now);
    }

    Agreement signed(Signature signature, Instant now) {
        return new Agreement(
                id,
                offer,
                university,
                number,
                revision,
                terms,
                Stream.concat(signatures.stream(), Stream.of(signature)).toList(),
                version + 1,
                now);
    }
}
