package dev.talentpipeline.console;

import java.util.ArrayList;
import java.util.List;

/** The console in front of four services that answer what a test says. */
public final class StubbedConsole implements AutoCloseable {

    public final StubService internship = new StubService();
    public final StubService matching = new StubService();
    public final StubService notification = new StubService();
    public final StubService monitoring = new StubService();
    public final RunningConsole running;

    /** Starts one, whose accounts are {@link RunningConsole#ACCOUNTS}; later settings win. */
    public StubbedConsole(String database, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "talentpipeline.services.internship=" + internship.url(),
                "talentpipeline.services.matching=" + matching.url(),
                "talentpipeline.services.notification=" + notification.url(),
                "talentpipeline.services.monitoring=" + monitoring.url()));
        all.addAll(List.of(settings));
        running = RunningConsole.start(
                database, RunningConsole.accountsFile(RunningConsole.ACCOUNTS), all.toArray(String[]::new));
    }

    /** One of the accounts at the door, let in. */
    public Browser signedIn(String name) {
        Browser person = new Browser(running);
        person.signIn(name, name + "-password");
        return person;
    }

    @Override
    public void close() {
        running.close();
        List.of(internship, matching, notification, monitoring).forEach(StubService::close);
    }
}
