package dev.talentpipeline.console.company;

import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Meeting;
import dev.talentpipeline.console.api.Meetings;
import dev.talentpipeline.console.api.Offer;
import dev.talentpipeline.console.api.Offers;
import dev.talentpipeline.console.api.Placement;
import dev.talentpipeline.console.api.Placements;
import dev.talentpipeline.console.api.PostedOpening;
import dev.talentpipeline.console.api.PostedOpenings;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.ProgrammeInView;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for the company, and its openings. */
@Controller
final class CompanyHomeController {

    private static final int WHOLE = 200;

    private final ProgrammeInView programmes;
    private final PostedOpenings openings;
    private final Offers offers;
    private final Meetings meetings;
    private final Placements placements;
    private final OpeningTitles titles;

    CompanyHomeController(
            ProgrammeInView programmes,
            PostedOpenings openings,
            Offers offers,
            Meetings meetings,
            Placements placements,
            OpeningTitles titles) {
        this.programmes = programmes;
        this.openings = openings;
        this.offers = offers;
        this.meetings = meetings;
        this.placements = placements;
        this.titles = titles;
    }

    @GetMapping("/company")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String cursor,
            HttpSession session,
            Model model) {
        Identity caller = signedIn.identity();
        Programme chosen = programmes.choose(caller, programme, session, model);
        model.addAttribute("cursor", cursor);
        if (chosen != null) {
            fill(caller, chosen.id(), cursor, model);
        }
        return "company/home";
    }

    private void fill(Identity caller, String programme, @Nullable String cursor, Model model) {
        Supplier<Reading<Listing<PostedOpening>>> own = Together.begin(() -> openings.own(caller, programme, cursor));
        Supplier<Reading<Listing<Offer>>> proposed =
                Together.begin(() -> offers.in(caller, programme, "AWAITING_APPROVAL", null, WHOLE, null));
        Supplier<Reading<Listing<Offer>>> confirmed =
                Together.begin(() -> offers.in(caller, programme, "CONFIRMED", null, WHOLE, null));
        Supplier<Reading<Listing<Meeting>>> open =
                Together.begin(() -> meetings.of(caller, programme, "OPEN", null, WHOLE, null));
        Supplier<Reading<Listing<Placement>>> placed =
                Together.begin(() -> placements.of(caller, programme, null, WHOLE, null));
        List<Reading<? extends Listing<?>>> parts = List.of(proposed.get(), confirmed.get(), open.get(), placed.get());
        // Of several parts that are away for one reason, it is told once.
        model.addAttribute(
                "troubles",
                parts.stream().filter(part -> !part.isLoaded()).limit(1).toList());
        // Only what was looked at to its end is known to hold nothing.
        model.addAttribute("whole", parts.stream().allMatch(CompanyHomeController::isWhole));
        List<Task> tasks = Stream.of(
                        Task.ofProposals(items(proposed.get())),
                        Task.ofReleases(items(confirmed.get())),
                        Task.ofMeetings(items(open.get())),
                        Task.ofPlacements(items(placed.get())))
                .flatMap(each -> each)
                .distinct()
                .sorted(Task.URGENT_FIRST)
                .toList();
        Reading<Listing<PostedOpening>> shown = own.get();
        model.addAttribute("tasks", tasks);
        model.addAttribute("openings", shown);
        model.addAttribute(
                "titles",
                titles.of(caller, programme, items(shown), tasks.stream().map(Task::opening)));
    }

    private static boolean isWhole(Reading<? extends Listing<?>> part) {
        Listing<?> listing = part.valueOrNull();
        return listing != null && listing.next() == null;
    }

    private static <T> List<T> items(Reading<Listing<T>> reading) {
        Listing<T> listing = reading.valueOrNull();
        return listing == null ? List.of() : listing.items();
    }
}
