package dev.talentpipeline.stack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {

    private static final int CONNECT_TIMEOUT_MS = 500;
    private static final int FIRST_DRAWN = 20_000;

    /** Where Linux begins unless it is told otherwise. */
    private static final int FIRST_OUTGOING = 32_768;

    private static final int MOST_DRAWS = 1000;
    private static final Set<Integer> DRAWN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that nothing listens on now, another at each call. None of those that the system gives to outgoing connections: one of these could take it
     * before the listener is there.
     */
    public static int free() {
        for (int i = 0; i < MOST_DRAWS; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_DRAWN, FIRST_OUTGOING);
            if (DRAWN.add(port) && isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("Of the ports from %d to %d none was free at %d draws."
                .formatted(FIRST_DRAWN, FIRST_OUTGOING - 1, MOST_DRAWS));
    }

    /** Whether a listener could be opened there. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether something listens there. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
