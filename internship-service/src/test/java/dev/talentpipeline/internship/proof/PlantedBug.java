package dev.talentpipeline.internship.proof;

import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.Offers;
import dev.talentpipeline.internship.person.People;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Mistakes that somebody could make, each without the net that would hide it: the second line of defence that a promise has beside the code that is
 * mistaken.
 */
enum PlantedBug {

    /** Nobody takes the lock of a person, nor that of an internship, behind which acceptances of one person in two programmes would still queue. */
    DROPPED_LOCK(
            "alter table offer disable trigger committed_days_fit_a_week",
            "alter table offer enable trigger committed_days_fit_a_week") {
        @Override
        @Nullable Object call(Object port, Method method, Object[] arguments) throws Throwable {
            return switch (port) {
                case People people -> unlocked(people, method, arguments);
                case Internships internships -> unlocked(internships, method, arguments);
                default -> plain(port, method, arguments);
            };
        }
    },

    /** Seats taken are not counted any more, so that every check against them passes. */
    DROPPED_CONSTRAINT(
            "alter table offer disable trigger offer_takes_seat", "alter table offer enable trigger offer_takes_seat") {
        @Override
        @Nullable Object call(Object port, Method method, Object[] arguments) throws Throwable {
            return plain(port, method, arguments);
        }
    },

    /** An internship is looked at before it is changed, but not locked: seats are cut beside an admission. */
    CHECK_THEN_ACT(
            "alter table internship drop constraint seats_never_exceeded",
            "alter table internship add constraint seats_never_exceeded check (taken between 0 and seats)") {
        @Override
        @Nullable Object call(Object port, Method method, Object[] arguments) throws Throwable {
            return port instanceof Internships internships
                    ? unlocked(internships, method, arguments)
                    : plain(port, method, arguments);
        }
    },

    /** Neither person nor internship nor offer is locked: of two decisions on one offer the later one overwrites the earlier. */
    LOST_UPDATE("select 1", "select 1") {
        @Override
        @Nullable Object call(Object port, Method method, Object[] arguments) throws Throwable {
            return switch (port) {
                case People people -> unlocked(people, method, arguments);
                case Internships internships -> unlocked(internships, method, arguments);
                case Offers offers when method.getName().equals("lock") -> offers.find((UUID) arguments[0]);
                default -> plain(port, method, arguments);
            };
        }
    },

    /** A sweep goes by what it read before, not by the locked row: what expired already expires again. */
    DOUBLE_EXPIRY("select 1", "select 1") {
        private volatile List<Offer> last = List.of();
        private volatile List<Offer> lastButOne = List.of();

        @Override
        @Nullable Object call(Object port, Method method, Object[] arguments) throws Throwable {
            Object answer = plain(port, method, arguments);
            if (!(port instanceof Offers) || !Thread.currentThread().getName().startsWith("scheduling")) {
                return answer;
            }
            return switch (method.getName()) {
                case "due" -> {
                    lastButOne = last;
                    last = ((List<?>) answer).stream().map(Offer.class::cast).toList();
                    yield remembered().toList();
                }
                case "lock" -> ((Optional<?>) answer).map(newest -> asRemembered((Offer) newest));
                default -> answer;
            };
        }

        private Stream<Offer> remembered() {
            return Stream.concat(lastButOne.stream(), last.stream());
        }

        private Offer asRemembered(Offer newest) {
            return remembered()
                    .filter(offer -> offer.id().equals(newest.id()))
                    .findFirst()
                    .map(offer -> new Offer(
                            offer.proposal(),
                            offer.person(),
                            offer.university(),
                            offer.company(),
                            offer.commitment(),
                            offer.versions(),
                            newest.version(),
                            offer.state(),
                            offer.awaiting(),
                            newest.changedAt()))
                    .orElse(newest);
        }
    };

    private final String cutsNet;
    private final String mendsNet;

    PlantedBug(String cutsNet, String mendsNet) {
        this.cutsNet = cutsNet;
        this.mendsNet = mendsNet;
    }

    String cutsNet() {
        return cutsNet;
    }

    String mendsNet() {
        return mendsNet;
    }

    /** What a port answers under this bug. */
    abstract @Nullable Object call(Object port, Method method, Object[] arguments) throws Throwable;

    private static @Nullable Object unlocked(People people, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "lock" -> people.find((UUID) arguments[0]);
            case "lockAll" -> null;
            case "lockUnlessBusy" -> true;
            default -> plain(people, method, arguments);
        };
    }

    private static @Nullable Object unlocked(Internships internships, Method method, Object[] arguments)
            throws Throwable {
        return method.getName().equals("lock")
                ? internships.find((UUID) arguments[0])
                : plain(internships, method, arguments);
    }

    static @Nullable Object plain(Object port, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
