package dev.talentpipeline.stack.client;

/** A token that somebody else got. */
record FixedToken(String current) implements AccessToken {

    @Override
    public boolean refused(String token) {
        return false;
    }
}
