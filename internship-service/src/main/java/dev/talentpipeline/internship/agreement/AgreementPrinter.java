package dev.talentpipeline.internship.agreement;

import java.util.List;

/** Puts agreements on paper. */
public interface AgreementPrinter {

    /** The languages in which an agreement is printed. */
    enum Language {
        ZH,
        EN
    }

    /** The agreement as a PDF document: once in each of the languages, in this order. */
    byte[] print(AgreementSheet sheet, List<Language> languages);
}
