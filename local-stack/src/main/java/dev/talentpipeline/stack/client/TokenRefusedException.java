package dev.talentpipeline.stack.client;

/** The console gave a client no token. */
public final class TokenRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    TokenRefusedException(String clientId, Reply reply) {
        super("Client (" + clientId + ") was given no token: " + reply.summary()
                + ". Maybe stack.json belongs to another stack.");
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }
}
