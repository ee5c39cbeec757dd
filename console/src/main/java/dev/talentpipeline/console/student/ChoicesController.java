package dev.talentpipeline.console.student;

import dev.talentpipeline.console.address.ShownAt;
import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Opening;
import dev.talentpipeline.console.api.Openings;
import dev.talentpipeline.console.api.Profile;
import dev.talentpipeline.console.api.Profiles;
import dev.talentpipeline.console.api.Prospects;
import dev.talentpipeline.console.api.Ranked;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Regions;
import dev.talentpipeline.console.student.Participations.Choice;
import dev.talentpipeline.console.student.Participations.Participation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A student's ranked choices, and the openings to choose from. */
@Controller
final class ChoicesController {

    private final Participations participations;
    private final Profiles profiles;
    private final Prospects prospects;
    private final Openings openings;
    private final Catalogue catalogue;
    private final StudentWords words;

    ChoicesController(
            Participations participations,
            Profiles profiles,
            Prospects prospects,
            Openings openings,
            Catalogue catalogue,
            StudentWords words) {
        this.participations = participations;
        this.profiles = profiles;
        this.prospects = prospects;
        this.openings = openings;
        this.catalogue = catalogue;
        this.words = words;
    }

    /**
     * A choice as it is shown.
     *
     * @param ranked what the matcher says about it; null if it does not see the student there
     * @param opening the opening itself, where the matcher said nothing; null if it is not there any more
     */
    record Chosen(
            String id, @Nullable Ranked ranked, @Nullable Opening opening) {

        public String title() {
            return ranked != null && ranked.title() != null
                    ? ranked.title()
                    : opening != null ? opening.shownTitle() : id;
        }

        public @Nullable String company() {
            return ranked != null ? ranked.company() : opening != null ? opening.company() : null;
        }

        public boolean isGone() {
            return ranked == null && opening == null;
        }
    }

    @GetMapping("/student/choices")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            Locale locale,
            Model model) {
        Identity caller = signedIn.identity();
        Choice choice = participations.choose(caller, programme);
        Participation chosen = choice.chosen();
        model.addAttribute("choice", choice);
        model.addAttribute("words", words.of(caller, locale));
        if (chosen != null) {
            list(caller, chosen.profile(), model);
        }
        return "student/choices";
    }

    /** Takes the order as it is typed or dragged, with what the pressed button makes of it. */
    @PostMapping("/student/choices")
    @ShownAt("/student/choices?programme={programme}")
    String save(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam String programme,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable List<String> preferences,
            @RequestParam(defaultValue = "false") boolean onlyThese,
            @RequestParam(required = false) @Nullable String up,
            @RequestParam(required = false) @Nullable String down,
            @RequestParam(required = false) @Nullable String takenOff,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        ChoiceOrder order = new ChoiceOrder(preferences == null ? List.of() : preferences)
                .up(up)
                .down(down)
                .without(takenOff);
        Identity caller = signedIn.identity();
        Choice choice = participations.choose(caller, programme);
        Participation chosen = choice.chosen();
        if (chosen == null) {
            return "redirect:/student/choices";
        }
        Reading<Profile> saved = put(caller, chosen.profile(), order, onlyThese, version);
        if (part || !saved.isLoaded()) {
            Profile now = saved.valueOrNull();
            model.addAttribute("choice", choice);
            model.addAttribute("words", words.of(caller, locale));
            model.addAttribute("saved", saved);
            list(caller, now == null ? chosen.profile() : now, model);
            if (!saved.isLoaded()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
            return part ? "student/choices :: list" : "student/choices";
        }
        result.addFlashAttribute("flash", "choices.saved");
        return back("/student/choices", programme, result);
    }

    @PostMapping("/student/choices/additions")
    String add(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam String programme,
            @RequestParam String internship,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Participation chosen = participations.choose(caller, programme).chosen();
        if (chosen == null) {
            return "redirect:/student/choices";
        }
        Profile profile = chosen.profile();
        Reading<Profile> saved = put(
                caller,
                profile,
                new ChoiceOrder(profile.choices()).with(internship),
                Boolean.TRUE.equals(profile.onlyThese()),
                profile.version());
        if (saved.isLoaded()) {
            result.addFlashAttribute("flash", "choices.added");
        } else {
            result.addFlashAttribute("notAnswered", saved);
        }
        return back("/student/choices", programme, result);
    }

    /** Openings to choose from: the best for the student first, or by title, occupation and region. */
    @GetMapping("/student/openings")
    String search(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String occupation,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale,
            Model model) {
        Identity caller = signedIn.identity();
        Choice choice = participations.choose(caller, programme);
        Participation chosen = choice.chosen();
        model.addAttribute("choice", choice);
        model.addAttribute("words", words.of(caller, locale));
        model.addAttribute("sought", title.strip());
        model.addAttribute("occupation", occupation);
        model.addAttribute("region", region);
        model.addAttribute("cursor", cursor);
        model.addAttribute("occupations", catalogue.occupations(caller));
        model.addAttribute("regions", Regions.ALL);
        if (chosen != null) {
            String in = chosen.programme().id();
            if (title.isBlank() && occupation.isEmpty() && region.isEmpty()) {
                Reading<Listing<Ranked>> best =
                        prospects.ranking(caller, in, chosen.profile().id(), Api.PAGE_SIZE, cursor);
                Listing<Ranked> known = best.valueOrNull();
                model.addAttribute("best", best);
                model.addAttribute(
                        "facts",
                        known == null
                                ? Map.of()
                                : openings.told(
                                        caller,
                                        in,
                                        known.items().stream()
                                                .map(Ranked::internship)
                                                .toList()));
            } else {
                model.addAttribute("found", openings.open(caller, in, title.strip(), occupation, region, cursor));
            }
        }
        return "student/openings";
    }

    @GetMapping("/student/openings/{programme}/{internship}")
    String open(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String programme,
            @PathVariable String internship,
            Locale locale,
            Model model) {
        Identity caller = signedIn.identity();
        Choice choice = participations.choose(caller, programme);
        Participation chosen = choice.chosen();
        model.addAttribute("choice", choice);
        model.addAttribute("opening", openings.one(caller, programme, internship));
        model.addAttribute("words", words.of(caller, locale));
        if (chosen != null) {
            model.addAttribute(
                    "ranked",
                    prospects.about(caller, programme, chosen.profile().id(), internship));
        }
        return "student/opening";
    }

    private Reading<Profile> put(Identity caller, Profile profile, ChoiceOrder order, boolean onlyThese, long version) {
        Map<String, Object> body = profile.body();
        body.put("preferences", order.ids());
        body.put("onlyThese", onlyThese);
        return profiles.change(caller, profile.programme(), body, version);
    }

    private void list(Identity caller, Profile profile, Model model) {
        Reading<Listing<Ranked>> ranking =
                prospects.ranking(caller, profile.programme(), profile.id(), Api.WHOLE_LIST, null);
        Listing<Ranked> known = ranking.valueOrNull();
        Map<String, Ranked> ranked = known == null
                ? Map.of()
                : known.items().stream().collect(Collectors.toMap(Ranked::internship, Function.identity()));
        Map<String, Opening> others = openings.few(
                caller,
                profile.programme(),
                profile.choices().stream().filter(id -> !ranked.containsKey(id)).toList());
        model.addAttribute("profile", profile);
        model.addAttribute("ranking", ranking);
        model.addAttribute("facts", openings.told(caller, profile.programme(), profile.choices()));
        model.addAttribute(
                "chosen",
                profile.choices().stream()
                        .map(id -> new Chosen(id, ranked.get(id), others.get(id)))
                        .toList());
    }

    private static String back(String page, String programme, RedirectAttributes result) {
        result.addAttribute("programme", programme);
        return "redirect:" + page;
    }
}
