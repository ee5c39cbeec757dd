package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.organisation.Organisation.Profile;

/** An agreement with the names of its parties, to be put on paper. */
public record AgreementSheet(Agreement agreement, Name university, Name company, String student) {

    /** What an organisation is called in Chinese, by which the law knows it, and in English. */
    public record Name(String zh, String en) {

        static Name of(Profile profile) {
            return new Name(profile.nameZh(), profile.nameEn());
        }

        /** One that never entered itself has only its id. */
        static Name of(String id) {
            return new Name(id, id);
        }
    }
}
