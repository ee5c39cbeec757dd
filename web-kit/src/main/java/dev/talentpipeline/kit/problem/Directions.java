package dev.talentpipeline.kit.problem;

/** What to do about a request that reached nothing, said alike at the front door and by the services behind it. */
public final class Directions {

    public static final String TO_PATHS = "All paths begin with /api/v1; /swagger-ui.html lists them.";

    private Directions() {}

    /** To where a path may be called by these methods, which are put in words. */
    public static String toMethods(String methods) {
        return "Call it by %s.".formatted(methods);
    }
}
