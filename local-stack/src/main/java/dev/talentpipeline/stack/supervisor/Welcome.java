package dev.talentpipeline.stack.supervisor;

import dev.talentpipeline.stack.client.StackFile.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What somebody who has just started the stack wants to know. */
final class Welcome {

    private Welcome() {}

    static List<String> lines(StackDirectory directory) {
        StackDocument stack = StackDocument.read(directory.stackFile());
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  Console         " + stack.console());
        lines.add("  Captured mail   " + stack.mail());
        lines.add("  Kafka           " + stack.kafka());
        lines.add("  Registry        " + stack.registry());
        stack.services().forEach((name, url) -> {
            if (!name.equals(Service.CONSOLE.module())) {
                lines.add("  API page        %s/swagger-ui.html   (%s)".formatted(url, name));
            }
        });
        lines.add("");
        lines.add("  Sign in as      with the password");
        firstOfEachRole(stack.users())
                .map(user -> String.format(
                        Locale.ROOT,
                        "  %-28s %s   (%s)",
                        user.name(),
                        user.password(),
                        user.role().toLowerCase(Locale.ROOT)))
                .forEach(lines::add);
        lines.add("  All accounts, for people and for programs, are in %s.".formatted(directory.stackFile()));
        return lines;
    }

    private static Stream<User> firstOfEachRole(List<User> users) {
        return Stream.of("UNIVERSITY", "COMPANY", "STUDENT", "OPERATIONS")
                .flatMap(role ->
                        users.stream().filter(user -> user.role().equals(role)).limit(1));
    }
}
