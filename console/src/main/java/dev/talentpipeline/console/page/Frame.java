package dev.talentpipeline.console.page;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Navigation.Place;
import dev.talentpipeline.kit.problem.Correlation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page needs. */
@ControllerAdvice
final class Frame {

    /** What pages are asked for with beside what narrows their lists. */
    private static final Set<String> NO_FILTERS = Set.of("programme", "cursor", LanguageConfiguration.PARAMETER);

    private final Map<Role, List<Place>> places;
    private final OrganisationNames organisations;
    private final Remedies remedies;
    private final Clock clock;

    Frame(List<Navigation> desks, OrganisationNames organisations, Remedies remedies, Clock clock) {
        this.organisations = organisations;
        this.remedies = remedies;
        this.clock = clock;
        places = desks.stream().collect(Collectors.toMap(Navigation::role, Navigation::places));
    }

    /** A place of the menu, and whether the page belongs to it. */
    record Shortcut(String path, String label, String icon, boolean current) {}

    /** The answer on its way. */
    record Answering(HttpServletResponse response) {

        /** What was typed is on the page, to be sent again; what was done leaves nothing that a page would have to hold. */
        public boolean isRefusal() {
            return HttpStatus.Series.resolve(response.getStatus()) == HttpStatus.Series.CLIENT_ERROR;
        }
    }

    @ModelAttribute("identity")
    @Nullable Identity identity(@AuthenticationPrincipal @Nullable SignedIn signedIn) {
        return signedIn == null ? null : signedIn.identity();
    }

    @ModelAttribute("language")
    String language(Locale locale) {
        return LanguageConfiguration.spoken(locale).getLanguage();
    }

    /** Before anything on the page was read: what changes from then on it hears of. */
    @ModelAttribute("asOf")
    Instant asOf() {
        return clock.instant();
    }

    /** By which operations finds what happened while the page was made. */
    @ModelAttribute("traceId")
    @Nullable String traceId(HttpServletRequest request) {
        return request.getAttribute(Correlation.TRACE_ATTRIBUTE) instanceof String trace ? trace : null;
    }

    @ModelAttribute("shown")
    Shown shown() {
        return new Shown();
    }

    /** Where the API is: the page's own list is there as a file. */
    @ModelAttribute("api")
    Addresses api() {
        return new Addresses("/api/v1");
    }

    @ModelAttribute("orgNames")
    OrganisationNames orgNames() {
        return organisations;
    }

    @ModelAttribute("remedies")
    Remedies remedies() {
        return remedies;
    }

    @ModelAttribute("keys")
    Keys keys() {
        return new Keys();
    }

    /** For pages that are made without the services: what was typed, and why it was refused. */
    @ModelAttribute("forms")
    Forms forms() {
        return new Forms();
    }

    /** The menu of the person's desk; empty for whoever is not signed in. */
    @ModelAttribute("navigation")
    List<Shortcut> navigation(@AuthenticationPrincipal @Nullable SignedIn signedIn, HttpServletRequest request) {
        if (signedIn == null) {
            return List.of();
        }
        List<Place> desk = places.getOrDefault(signedIn.identity().role(), List.of());
        String page = PageAddress.isRead(request)
                ? request.getRequestURI()
                : String.valueOf(PageAddress.of(request).build(true).getPath());
        Place nearest = desk.stream()
                .filter(place -> place.holds(page))
                .max(Comparator.comparingInt(place -> place.path().length()))
                .orElse(null);
        return desk.stream()
                .map(place -> new Shortcut(place.path(), place.label(), place.icon(), place.equals(nearest)))
                .toList();
    }

    /** How many filters of the page's list are set; of what a form sends, those of the page that it was on. */
    @ModelAttribute("filtersSet")
    long filtersSet(HttpServletRequest request) {
        return PageAddress.of(request).build(true).getQueryParams().entrySet().stream()
                .filter(parameter -> !NO_FILTERS.contains(parameter.getKey()))
                .filter(parameter -> parameter.getValue().stream().anyMatch(value -> value != null && !value.isBlank()))
                .count();
    }

    /** Where the page that answers a form is read; null for one that has its own address. */
    @ModelAttribute("shownAt")
    @Nullable String shownAt(HttpServletRequest request) {
        return PageAddress.isRead(request)
                ? null
                : PageAddress.of(request).build(true).toUriString();
    }

    /** Whether a form is answered by itself again, known once the page is made. */
    @ModelAttribute("answering")
    Answering answering(HttpServletResponse response) {
        return new Answering(response);
    }

    /** This page in the other language. */
    @ModelAttribute("otherLanguage")
    String otherLanguage(HttpServletRequest request, Locale locale) {
        return PageAddress.of(request)
                .replaceQueryParam(LanguageConfiguration.PARAMETER, "zh".equals(language(locale)) ? "en" : "zh")
                .build(true)
                .toUriString();
    }
}
