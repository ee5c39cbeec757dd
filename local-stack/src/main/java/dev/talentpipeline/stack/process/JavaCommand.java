package dev.talentpipeline.stack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A command line for a child JVM of the same JDK that runs this one. */
public final class JavaCommand {

    private final List<String> command = new ArrayList<>();

    /** A JVM that never holds more than the given heap; small and quick to start rather than fast at its peak. */
    public JavaCommand(int maximumHeapMebibytes) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Collections.addAll(
                command,
                "-Xmx" + maximumHeapMebibytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8");
    }

    public JavaCommand aimingAt(Aim aim) {
        return aim == Aim.QUICK_START ? with("-XX:TieredStopAtLevel=1") : this;
    }

    public JavaCommand with(String... options) {
        Collections.addAll(command, options);
        return this;
    }

    /** The complete command for a main class and its arguments. */
    public List<String> main(String classPath, String mainClass, String... arguments) {
        with("-cp", classPath, mainClass).with(arguments);
        return List.copyOf(command);
    }

    /** The complete command for a runnable jar and its arguments. */
    public List<String> jar(Path jar, String... arguments) {
        with("-jar", jar.toString()).with(arguments);
        return List.copyOf(command);
    }
}
