package dev.talentpipeline.stack.supervisor;

import dev.talentpipeline.stack.process.Ports;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The port numbers chosen for one run: by option, else by environment, else the usual ones. */
final class StackPorts {

    private static final int HIGHEST = 65_535;

    private final Map<StackPort, Integer> numbers;

    private StackPorts(Map<StackPort, Integer> numbers) {
        this.numbers = numbers;
    }

    /**
     * @param options each as {@code name=number}
     * @param environment in which variables like {@code PIPELINE_PORT_KAFKA} may be
     * @throws UsageException when a name is unknown or a number is none, or two ports get the same number
     */
    static StackPorts choose(List<String> options, Map<String, String> environment) {
        Map<StackPort, Integer> numbers = new EnumMap<>(StackPort.class);
        for (StackPort port : StackPort.values()) {
            @Nullable String value = environment.get(port.variableName());
            numbers.put(port, value == null ? port.usualNumber() : number(port.variableName(), value));
        }
        for (String option : options) {
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            StackPort port = Arrays.stream(StackPort.values())
                    .filter(candidate -> candidate.optionName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("--port %s: there is no port %s. The ports are %s."
                            .formatted(
                                    option,
                                    name,
                                    Arrays.stream(StackPort.values())
                                            .map(StackPort::optionName)
                                            .collect(Collectors.joining(", ")))));
            numbers.put(port, number("--port " + name, equals < 0 ? "" : option.substring(equals + 1)));
        }
        requireDistinct(numbers);
        return new StackPorts(numbers);
    }

    private static int number(String source, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= HIGHEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new UsageException("%s (%s) must be a number from 1 to %d.".formatted(source, value, HIGHEST));
    }

    private static void requireDistinct(Map<StackPort, Integer> numbers) {
        numbers.forEach((port, number) -> numbers.forEach((other, otherNumber) -> {
            if (port.compareTo(other) < 0 && number.equals(otherNumber)) {
                throw new UsageException("Ports %s and %s must differ, and both are %d."
                        .formatted(port.optionName(), other.optionName(), number));
            }
        }));
    }

    int of(StackPort port) {
        return Optional.ofNullable(numbers.get(port)).orElseThrow();
    }

    /** One line for each of the given ports that somebody else listens on, with how to choose another. */
    List<String> taken(List<StackPort> needed) {
        return taken(needed, Ports::isFree);
    }

    List<String> taken(List<StackPort> needed, IntPredicate isFree) {
        return needed.stream()
                .filter(port -> !isFree.test(of(port)))
                .map(port ->
                        "Port %d (%s) is in use by another program. Choose another: ./pipeline up --port %s=%d, or set %s."
                                .formatted(
                                        of(port),
                                        port.optionName(),
                                        port.optionName(),
                                        of(port) < HIGHEST - 1000 ? of(port) + 1000 : of(port) - 1000,
                                        port.variableName()))
                .toList();
    }
}
