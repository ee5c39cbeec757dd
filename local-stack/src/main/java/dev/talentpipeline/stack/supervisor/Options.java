package dev.talentpipeline.stack.supervisor;

import java.util.ArrayList;
import java.util.List;

/**
 * The options of {@code up}.
 *
 * @param detach whether the command returns when the stack is ready
 * @param demo whether the demo programme is loaded
 * @param ports each as {@code name=number}
 */
record Options(boolean detach, boolean demo, List<String> ports) {

    static Options parse(List<String> arguments) {
        boolean detach = false;
        boolean demo = true;
        List<String> ports = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--detach" -> detach = true;
                case "--no-demo" -> demo = false;
                case "--port" -> {
                    if (i + 1 == arguments.size()) {
                        throw new UsageException("--port needs a name and a number, as in --port kafka=19092.");
                    }
                    ports.add(arguments.get(++i));
                }
                default -> {
                    if (!argument.startsWith("--port=")) {
                        throw new UsageException(
                                "up does not know %s. It knows --detach, --no-demo and --port name=number."
                                        .formatted(argument));
                    }
                    ports.add(argument.substring("--port=".length()));
                }
            }
        }
        return new Options(detach, demo, List.copyOf(ports));
    }
}
