package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The words that everybody shares: skills, occupations, universities, reasons. They are the same for all who ask, and nearly every page needs some, so they
 * are kept for a minute: what operations add shows by then. Safe for many threads.
 */
@Component
public final class Catalogue {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Api api;
    private final Clock clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Catalogue(Api api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    private record Kept(List<Term> terms, Instant until) {}

    public Reading<List<Term>> skills(Identity caller) {
        return all(caller, ApiPath.of("catalogue", "skills"));
    }

    public Reading<List<Term>> occupations(Identity caller) {
        return all(caller, ApiPath.of("catalogue", "occupations"));
    }

    /** Universities by their names. */
    public Reading<List<Term>> universities(Identity caller) {
        return all(caller, ApiPath.of("organisations").with("kind", "UNIVERSITY"));
    }

    /** What can be given as the reason for an act, such as `DECLINE`; for any act if none is said. */
    public Reading<List<Term>> reasons(Identity caller, @Nullable String act) {
        return all(caller, ApiPath.of("catalogue", "reasons").with("act", act));
    }

    /** Adds a skill or an occupation, or corrects its words. */
    public Reading<Term> put(Identity caller, String kind, String id, Map<String, Object> body) {
        Reading<Term> put = api.put(caller, Service.INTERNSHIP, ApiPath.of("catalogue", kind, id), body, Term.class);
        kept.clear();
        return put;
    }

    /** The words by their ids; none where they cannot be read, so that a page then shows ids. */
    public static Map<String, Term> byId(Reading<List<Term>> terms) {
        List<Term> known = terms.valueOrNull();
        return known == null
                ? Map.of()
                : known.stream().collect(Collectors.toMap(Term::key, Function.identity(), (first, second) -> first));
    }

    /** The words by their keys, in one language; none where they cannot be read, so that a page then shows keys. */
    public static Map<String, String> inWords(Reading<List<Term>> terms, String language) {
        return byId(terms).values().stream().collect(Collectors.toMap(Term::key, term -> term.shown(language)));
    }

    /** The words that what somebody types may mean, the best first. */
    public static List<Term> meant(List<Term> terms, String typed, int most) {
        return terms.stream()
                .filter(term -> term.matches(typed))
                .sorted(Comparator.comparingInt(term -> term.distance(typed)))
                .limit(most)
                .toList();
    }

    /** The key of the word that what somebody types means; itself where none is meant or the words cannot be read. */
    public static @Nullable String keyOf(Reading<List<Term>> terms, @Nullable String typed) {
        List<Term> known = terms.valueOrNull();
        if (known == null || typed == null || typed.isBlank()) {
            return typed;
        }
        return known.stream()
                .filter(term -> term.isCalled(typed))
                .findFirst()
                .or(() -> meant(known, typed, 1).stream().findFirst())
                .map(Term::key)
                .orElse(typed);
    }

    private Reading<List<Term>> all(Identity caller, ApiPath path) {
        Instant now = clock.instant();
        Kept before = kept.get(path.encoded());
        if (before != null && now.isBefore(before.until())) {
            return new Reading.Loaded<>(before.terms());
        }
        List<Term> terms = new ArrayList<>();
        String cursor = null;
        do {
            Reading<Listing<Term>> page =
                    api.list(caller, Service.INTERNSHIP, path.page(Api.WHOLE_LIST, cursor), Term.class);
            if (!(page instanceof Reading.Loaded<Listing<Term>>(Listing<Term> listing))) {
                return page.map(Listing::items);
            }
            terms.addAll(listing.items());
            cursor = listing.next();
        } while (cursor != null);
        kept.put(path.encoded(), new Kept(List.copyOf(terms), now.plus(KEPT)));
        return new Reading.Loaded<>(List.copyOf(terms));
    }
}
