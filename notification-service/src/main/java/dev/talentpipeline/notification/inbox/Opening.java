package dev.talentpipeline.notification.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What the offer was about, in the labels published when the notice was released. The stipend is CNY a month.
 *
 * @param silence what it means if whoever is asked does not answer: APPROVE, ENDORSE or LAPSE; null: nobody is asked, or an early release did not say
 */
public record Opening(
        String programme,
        String title,
        String company,
        int stipend,
        @Nullable String silence) {

    /** Of what asks nobody, or says not what silence means. */
    public Opening(String programme, String title, String company, int stipend) {
        this(programme, title, company, stipend, null);
    }

    /** Of what is about no internship. */
    public static final Opening NONE = new Opening("", "", "", 0);

    /** Of what is about a programme as a whole. */
    static Opening ofProgramme(String name) {
        return new Opening(name, "", "", 0);
    }
}
