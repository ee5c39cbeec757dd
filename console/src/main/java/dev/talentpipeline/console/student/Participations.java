package dev.talentpipeline.console.student;

import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Profile;
import dev.talentpipeline.console.api.Profiles;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The programmes that a student takes part in. Safe for many threads. */
@Component
final class Participations {

    private final Programmes programmes;
    private final Profiles profiles;

    Participations(Programmes programmes, Profiles profiles) {
        this.programmes = programmes;
        this.profiles = profiles;
    }

    record Participation(Programme programme, Profile profile) {}

    /**
     * The student's participations and the one they look at.
     *
     * @param chosen null if there is none to look at
     */
    record Choice(
            Reading<List<Participation>> all, @Nullable Participation chosen) {

        public boolean isMany() {
            List<Participation> known = all.valueOrNull();
            return known != null && known.size() > 1;
        }

        public boolean isEmpty() {
            List<Participation> known = all.valueOrNull();
            return known != null && known.isEmpty();
        }
    }

    /** All of them; a fault of one is a fault of the whole, since what is missing then cannot be told from what is not there. */
    Reading<List<Participation>> of(Identity caller) {
        Reading<Listing<Programme>> known = programmes.all(caller);
        if (!(known instanceof Reading.Loaded<Listing<Programme>>(Listing<Programme> listing))) {
            return known.map(nothing -> List.of());
        }
        List<Reading<Optional<Participation>>> asked = Together.each(
                listing.items(),
                programme -> profiles.own(caller, programme.id())
                        .map(own -> own.map(profile -> new Participation(programme, profile))));
        List<Participation> found = new ArrayList<>();
        for (Reading<Optional<Participation>> one : asked) {
            if (!(one instanceof Reading.Loaded<Optional<Participation>>(Optional<Participation> participation))) {
                return one.map(nothing -> List.of());
            }
            participation.ifPresent(found::add);
        }
        return new Reading.Loaded<>(List.copyOf(found));
    }

    /** The programme that was asked for, or else the first in which the student is not withdrawn. */
    Choice choose(Identity caller, @Nullable String programme) {
        Reading<List<Participation>> all = of(caller);
        List<Participation> known = all.valueOrNull();
        if (known == null || known.isEmpty()) {
            return new Choice(all, null);
        }
        Participation chosen = known.stream()
                .filter(one -> one.programme().id().equals(programme))
                .findFirst()
                .orElseGet(() -> known.stream()
                        .filter(one -> !one.profile().isWithdrawn())
                        .findFirst()
                        .orElse(known.getFirst()));
        return new Choice(all, chosen);
    }
}
