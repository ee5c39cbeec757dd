package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.kit.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says for a university where the students on its roll stand; who acts for one school learns of that school. */
public final class CountingRoll {

    private final ReadingProgrammes programmes;
    private final RollStandings standings;

    CountingRoll(ReadingProgrammes programmes, RollStandings standings) {
        this.programmes = programmes;
        this.standings = standings;
    }

    public List<RollStanding> count(Caller caller, String university, @Nullable String programme) {
        FindingRollEntry.refuseOthers(caller, university);
        return standings.of(
                university,
                caller.school(),
                programme == null ? null : programmes.visible(caller, programme).id());
    }
}
