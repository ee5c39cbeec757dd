package dev.talentpipeline.stack;

import dev.talentpipeline.stack.process.Aim;
import dev.talentpipeline.stack.process.ChildProcess;
import dev.talentpipeline.stack.process.HttpProbe;
import dev.talentpipeline.stack.process.JavaCommand;
import dev.talentpipeline.stack.process.Ports;
import dev.talentpipeline.stack.process.ProcessPlan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The {@link MailServer} as a process of its own. */
public final class MailProcess implements ProcessPart {

    private static final int MAXIMUM_HEAP_MEBIBYTES = 512;
    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

    private final ChildProcess process;
    private final int smtpPort;
    private final int webPort;

    /**
     * @param directory holds the messages, and nothing else
     * @param log receives what the server prints
     */
    public MailProcess(Installation installation, Path directory, Path log, int smtpPort, int webPort, Aim aim) {
        this.smtpPort = smtpPort;
        this.webPort = webPort;
        this.process = new ChildProcess(new ProcessPlan(
                "mail",
                new JavaCommand(MAXIMUM_HEAP_MEBIBYTES)
                        .aimingAt(aim)
                        .with("-Dorg.apache.logging.log4j.level=WARN")
                        .main(
                                installation.programs(),
                                MailServer.class.getName(),
                                directory
                                        .toAbsolutePath()
                                        .resolve("messages.jsonl")
                                        .toString(),
                                String.valueOf(smtpPort),
                                String.valueOf(webPort)),
                Map.of(),
                directory,
                log));
    }

    @Override
    public void start() {
        process.start();
        process.awaitReady(
                START_TIMEOUT,
                () -> Ports.answers(smtpPort) && HttpProbe.succeeds(URI.create(address() + "/messages")));
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    /** Shows the messages. */
    @Override
    public String address() {
        return "http://127.0.0.1:" + webPort;
    }

    /** Where messages are sent, as {@code host:port}. */
    public String smtp() {
        return "127.0.0.1:" + smtpPort;
    }
}
