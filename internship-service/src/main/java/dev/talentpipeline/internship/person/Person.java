package dev.talentpipeline.internship.person;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who studies at a university.
 *
 * @param id random, without meaning; the same in every programme
 * @param university the organisation that entered them
 * @param number student number, unique at the university
 * @param version grows by 1 when how they are reached changes
 * @param said what of it they said themselves
 */
public record Person(
        UUID id,
        String university,
        String number,
        long version,
        String name,
        String email,
        @Nullable String phone,
        Language language,
        Said said,
        Instant changedAt) {

    /** The language that notices are written in. */
    public enum Language {
        ZH,
        EN
    }

    /** How a person is reached. */
    public record Details(
            String name, String email, @Nullable String phone, Language language) {}

    /** What of how a person is reached is their own word, which their university's does not change. */
    public record Said(boolean email, boolean phone) {

        public static final Said NOTHING = new Said(false, false);
    }

    /** What stands where something was erased. */
    public static final String ERASED = "erased";

    /** Whether nothing is known of the person any more: only the id is left, and it leads to nobody. */
    public boolean isErased() {
        return number.equals(ERASED + "-" + id);
    }

    public Details details() {
        return new Details(name, email, phone, language);
    }

    /** The same person under a version that tells them anew. */
    Person toldAs(long told, Instant now) {
        return new Person(id, university, number, told, name, email, phone, language, said, now);
    }

    /**
     * What is their own word once they have sent these details. What they leave as it is they say nothing of, and what is as their university
     * says may follow it again.
     */
    public Said saying(Details sent, @Nullable String emailOfUniversity, @Nullable String phoneOfUniversity) {
        return new Said(
                sent.email().equals(email) ? said.email() : !sent.email().equals(emailOfUniversity),
                Objects.equals(sent.phone(), phone) ? said.phone() : !Objects.equals(sent.phone(), phoneOfUniversity));
    }

    /** This person with other details by the word of others, one version on. */
    public Person reachedBy(Details details, Instant now) {
        return reachedBy(details, said, now);
    }

    /** This person with other details, one version on. */
    public Person reachedBy(Details details, Said said, Instant now) {
        return new Person(
                id,
                university,
                number,
                version + 1,
                details.name(),
                details.email(),
                details.phone(),
                details.language(),
                said,
                now);
    }
}
