package dev.talentpipeline.internship.destination;

/** The class that a kind of destination counts in. */
public enum CountsAs {
    EMPLOYED,
    /** Military service, or a project in which graduates serve. */
    SERVICE,
    FURTHER_STUDY,
    /** Still looking, for work or for a place to study. */
    SEEKING,
    NOT_SEEKING;

    /** Whether somebody with it has somewhere to go, and so leaves the market. */
    public boolean isPlaced() {
        return switch (this) {
            case EMPLOYED, SERVICE, FURTHER_STUDY -> true;
            case SEEKING, NOT_SEEKING -> false;
        };
    }
}
