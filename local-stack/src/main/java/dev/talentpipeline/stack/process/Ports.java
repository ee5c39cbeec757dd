package dev.talentpipeline.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {

    private static final int CONNECT_TIMEOUT_MS = 500;
    private static final int FIRST_DRAWN = 20_000;

    /** Where Linux begins unless it is told otherwise. */
    private static final int FIRST_OUTGOING = 32_768;

    /** As many as one process draws in its life, and more. */
    private static final int BLOCK = 500;

    private static final int MOST_DRAWS = 10_000;
    private static final Set<Integer> DRAWN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that nothing listens on now, another at each call. None of those that the system gives to outgoing connections: one of these could take it
     * before the listener is there. Nor one that another process draws, for the same reason.
     */
    public static int free() {
        for (int i = 0; i < MOST_DRAWS; i++) {
            int port = OwnBlock.FIRST + ThreadLocalRandom.current().nextInt(BLOCK);
            if (DRAWN.add(port) && isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("Of the ports from %d to %d none was free at %d draws."
                .formatted(OwnBlock.FIRST, OwnBlock.FIRST + BLOCK - 1, MOST_DRAWS));
    }

    /** The ports that this process draws from: it holds the lock of their file until it ends. */
    private static final class OwnBlock {

        private static final List<FileChannel> HELD = new ArrayList<>();
        private static final int FIRST = first();

        private static int first() {
            try {
                Path locks = Files.createDirectories(Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "talent-pipeline-ports-" + System.getProperty("user.name")));
                for (int first = FIRST_DRAWN; first + BLOCK <= FIRST_OUTGOING; first += BLOCK) {
                    FileChannel file = FileChannel.open(
                            locks.resolve(Integer.toString(first)),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    if (file.tryLock() != null) {
                        HELD.add(file);
                        return first;
                    }
                    file.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw new IllegalStateException(
                    "Other processes hold all ports from %d to %d.".formatted(FIRST_DRAWN, FIRST_OUTGOING - 1));
        }
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
