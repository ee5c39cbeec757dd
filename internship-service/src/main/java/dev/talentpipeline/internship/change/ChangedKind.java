package dev.talentpipeline.internship.change;

/** What changed; each is told by the word that its list has in the API. */
public enum ChangedKind {
    PROGRAMME("programme"),
    STUDENT("students"),
    INTERNSHIP("internships"),
    OFFER("offers"),
    PLACEMENT("placements");

    private final String word;

    ChangedKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
