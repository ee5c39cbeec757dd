package dev.talentpipeline.console.placement;

import dev.talentpipeline.console.api.Agreement;
import dev.talentpipeline.console.api.Agreements;
import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.CohortOffers;
import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Offer;
import dev.talentpipeline.console.api.Offers;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.page.Bodies;
import dev.talentpipeline.console.page.Form;
import dev.talentpipeline.console.page.Names;
import dev.talentpipeline.console.page.ProgrammeInView;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The university's part of an internship agreement: its text, out of which the placement comes. */
@Controller
final class DraftingController {

    private final ProgrammeInView programmes;
    private final CohortOffers cohort;
    private final Offers offers;
    private final Agreements agreements;
    private final Names names;

    DraftingController(
            ProgrammeInView programmes, CohortOffers cohort, Offers offers, Agreements agreements, Names names) {
        this.programmes = programmes;
        this.cohort = cohort;
        this.offers = offers;
        this.agreements = agreements;
        this.names = names;
    }

    /** Offers that everybody has agreed to and whose agreement is yet to be drafted. */
    @GetMapping("/university/placements/agreements")
    String list(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String cursor,
            HttpSession session,
            Model model) {
        Identity caller = signedIn.identity();
        Programme chosen = programmes.choose(caller, programme, session, model);
        model.addAttribute("cursor", cursor);
        if (chosen != null) {
            Reading<Listing<Offer>> found = cohort.toDraft(caller, chosen.id(), Api.PAGE_SIZE, cursor);
            Listing<Offer> loaded = found.valueOrNull();
            List<Offer> items = loaded == null ? List.of() : loaded.items();
            model.addAttribute("offers", found);
            names.addTo(caller, chosen.id(), items, Offer::internship, Offer::student, model);
        }
        return "placement/agreements";
    }

    @GetMapping("/university/placements/agreements/{offer}")
    String begin(@AuthenticationPrincipal SignedIn signedIn, @PathVariable String offer, Model model) {
        Identity caller = signedIn.identity();
        Reading<Agreement> there = agreements.of(caller, offer);
        Agreement before = there.valueOrNull();
        if (before == null && !there.isMissing()) {
            model.addAttribute("there", there);
        }
        return form(
                caller, offer, before, Form.of(before == null ? new LinkedMultiValueMap<>() : values(before)), model);
    }

    @PostMapping("/university/placements/agreements/{offer}")
    String draft(
            @AuthenticationPrincipal SignedIn signedIn,
            @PathVariable String offer,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes result) {
        Identity caller = signedIn.identity();
        Reading<Agreement> drafted = agreements.draft(caller, offer, body(typed));
        if (!drafted.isLoaded()) {
            response.setStatus(422);
            return form(
                    caller,
                    offer,
                    agreements.of(caller, offer).valueOrNull(),
                    Form.of(typed).answered(drafted),
                    model);
        }
        result.addFlashAttribute("flash", "agreements.drafted");
        return "redirect:/university/placements?state=AWAITING_SIGNATURES";
    }

    private String form(Identity caller, String id, @Nullable Agreement before, Form form, Model model) {
        Reading<Offer> offer = offers.one(caller, id);
        Offer found = offer.valueOrNull();
        if (found != null && found.programme() != null) {
            names.addTo(caller, found.programme(), List.of(found), Offer::internship, Offer::student, model);
        }
        model.addAttribute("offer", offer);
        model.addAttribute("before", before);
        model.addAttribute("form", form);
        model.addAttribute("payers", List.of("COMPANY", "UNIVERSITY", "STUDENT"));
        return "placement/draft";
    }

    private static Map<String, Object> body(MultiValueMap<String, String> typed) {
        Map<String, Object> body = Bodies.of(typed, "number", "startsOn", "endsOn", "mentor", "supervisor");
        Bodies.addNumbers(body, typed, "daysPerWeek");
        Map<String, Object> insurance = new LinkedHashMap<>();
        for (String field : List.of("insurer", "policyNumber", "paidBy")) {
            Bodies.put(insurance, field, typed.getFirst("insurance." + field));
        }
        body.put("insurance", insurance);
        return body;
    }

    private static MultiValueMap<String, String> values(Agreement before) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        add(values, "number", before.number());
        Agreement.Terms terms = before.terms();
        if (terms != null) {
            add(values, "startsOn", terms.startsOn());
            add(values, "endsOn", terms.endsOn());
            add(values, "daysPerWeek", terms.daysPerWeek());
            add(values, "mentor", terms.mentor());
            add(values, "supervisor", terms.supervisor());
            Agreement.Insurance insurance = terms.insurance();
            if (insurance != null) {
                add(values, "insurance.insurer", insurance.insurer());
                add(values, "insurance.policyNumber", insurance.policyNumber());
                add(values, "insurance.paidBy", insurance.paidBy());
            }
        }
        return values;
    }

    private static void add(MultiValueMap<String, String> values, String field, @Nullable Object value) {
        if (value != null) {
            values.add(field, value.toString());
        }
    }
}
