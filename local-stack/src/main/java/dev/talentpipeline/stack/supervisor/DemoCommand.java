package dev.talentpipeline.stack.supervisor;

import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.demo.DemoLoader;
import dev.talentpipeline.stack.demo.DemoMarket;
import dev.talentpipeline.stack.demo.LoadProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Consumer;

/** Loads the demo programme into the running stack. */
final class DemoCommand {

    private DemoCommand() {}

    static void load(StackDirectory directory, Consumer<String> out) throws InterruptedException {
        try (PipelineClient client = PipelineClient.fromStackFile(directory.stackFile())) {
            boolean loaded = new DemoLoader(client, DemoMarket.ofNextYear(Clock.systemUTC())).load(progress -> {
                if (isWorthTelling(progress)) {
                    out.accept("  demo: %d of %d %s"
                            .formatted(
                                    progress.done(),
                                    progress.total(),
                                    progress.step().name().toLowerCase(Locale.ROOT)));
                }
            });
            if (!loaded) {
                out.accept("The demo programme is closed and was left as it is.");
            }
            Files.writeString(directory.demoMark(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWorthTelling(LoadProgress progress) {
        return progress.done() == progress.total() || progress.done() % 100 == 0;
    }
}
