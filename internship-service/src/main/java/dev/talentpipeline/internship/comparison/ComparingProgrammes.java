package dev.talentpipeline.internship.comparison;

import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.kit.security.Caller;
import java.util.List;
import java.util.stream.Stream;

/** Compares programmes, for whoever runs all of them: the numbers are of everybody in them. */
public final class ComparingProgrammes {

    private final ReadingProgrammes programmes;
    private final Seasons seasons;

    ComparingProgrammes(ReadingProgrammes programmes, Seasons seasons) {
        this.programmes = programmes;
        this.seasons = seasons;
    }

    /** One programme and how it went. */
    public record Compared(Programme programme, Season season) {}

    public List<Compared> compare(Caller caller, String one, String other) {
        List<Programme> both =
                Stream.of(one, other).map(id -> programmes.runBy(caller, id)).toList();
        return both.stream()
                .map(programme -> new Compared(programme, seasons.of(programme.id())))
                .toList();
    }
}
