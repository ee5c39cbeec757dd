package dev.talentpipeline.notification.inbox;

/** What the offer was about, in the labels published when the notice was released. The stipend is CNY a month. */
public record Opening(String programme, String title, String company, int stipend) {

    /** Of what is about no internship. */
    public static final Opening NONE = new Opening("", "", "", 0);

    /** Of what is about a programme as a whole. */
    static Opening ofProgramme(String name) {
        return new Opening(name, "", "", 0);
    }
}
