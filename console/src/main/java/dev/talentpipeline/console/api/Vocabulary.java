package dev.talentpipeline.console.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The catalogue of skills and occupations. It is the same for everybody and seldom changes, so what was read is kept for a while.
 * Safe for many threads.
 */
@Component
public final class Vocabulary {

    private static final Duration KEPT = Duration.ofMinutes(10);

    /** Far more pages than any catalogue has. */
    private static final int MOST_PAGES = 50;

    private final Api api;
    private final Clock clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Vocabulary(Api api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    private record Kept(List<Term> terms, Instant at) {}

    /** A skill, an occupation, or a university. */
    public record Term(
            String id,
            @JsonAlias("nameEn") @Nullable String en,
            @JsonAlias("nameZh") @Nullable String zh,
            @Nullable String family,
            @Nullable List<String> aliases) {

        public String name(String language) {
            String name = "zh".equals(language) ? zh : en;
            return name == null ? id : name;
        }

        /** How well it answers what somebody types: 0 by a name that begins so, more the less well, negative not at all. */
        int distance(String typed) {
            List<String> names = names().toList();
            if (names.stream().anyMatch(name -> name.startsWith(typed))) {
                return 0;
            }
            return Arrays.stream(typed.split("[\\s-]+"))
                            .allMatch(word -> names.stream().anyMatch(name -> name.contains(word)))
                    ? 1
                    : -1;
        }

        private Stream<String> names() {
            Stream<String> others = aliases == null ? Stream.of() : aliases.stream();
            return Stream.concat(
                            Stream.of(id).mapMulti((own, names) -> {
                                names.accept(own);
                                Optional.ofNullable(en).ifPresent(names);
                                Optional.ofNullable(zh).ifPresent(names);
                            }),
                            others)
                    .map(name -> name.toLowerCase(Locale.ROOT));
        }
    }

    public Reading<List<Term>> skills(Identity caller) {
        return all(caller, "skills", ApiPath.of("catalogue", "skills"));
    }

    public Reading<List<Term>> occupations(Identity caller) {
        return all(caller, "occupations", ApiPath.of("catalogue", "occupations"));
    }

    /** The terms that what somebody types may mean, the best first. */
    public static List<Term> meant(List<Term> terms, String typed, int most) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return Stream.of(0, 1)
                .flatMap(distance -> terms.stream().filter(term -> term.distance(wanted) == distance))
                .limit(most)
                .toList();
    }

    /** Universities by their names, which are the same for everybody too. */
    public Reading<List<Term>> universities(Identity caller) {
        return all(caller, "universities", ApiPath.of("organisations").with("kind", "UNIVERSITY"));
    }

    private Reading<List<Term>> all(Identity caller, String kind, ApiPath of) {
        Kept known = kept.get(kind);
        if (known != null && known.at().plus(KEPT).isAfter(clock.instant())) {
            return new Reading.Loaded<>(known.terms());
        }
        List<Term> terms = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            ApiPath path = of.page(Api.WHOLE_LIST, cursor);
            Reading<Listing<Term>> read = api.list(caller, Service.INTERNSHIP, path, Term.class);
            Listing<Term> listing = read.valueOrNull();
            if (listing == null) {
                return read.map(Listing::items);
            }
            terms.addAll(listing.items());
            cursor = listing.next();
            if (cursor == null) {
                break;
            }
        }
        Kept now = new Kept(List.copyOf(terms), clock.instant());
        kept.put(kind, now);
        return new Reading.Loaded<>(now.terms());
    }
}
