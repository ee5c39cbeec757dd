package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.Clearing;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
final class OperationsController {

    private final Api api;

    OperationsController(Api api) {
        this.api = api;
    }

    record Row(Programme programme, Reading<Clearing> clearing) {}

    @GetMapping("/operations")
    String show(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        Identity caller = signedIn.identity();
        Reading<List<Row>> programmes = api.programmes(caller)
                .map(listing -> Together.each(
                        listing.items(), programme -> new Row(programme, api.latestClearing(caller, programme.id()))));
        model.addAttribute("programmes", programmes);
        return "operations";
    }
}
