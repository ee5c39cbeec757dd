package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.api.Clearing;
import dev.talentpipeline.console.api.Clearings;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Programmes;
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

    private final Programmes programmes;
    private final Clearings clearings;

    OperationsController(Programmes programmes, Clearings clearings) {
        this.programmes = programmes;
        this.clearings = clearings;
    }

    record Row(Programme programme, Reading<Clearing> clearing) {}

    @GetMapping("/operations")
    String show(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        Identity caller = signedIn.identity();
        Reading<List<Row>> rows = programmes
                .all(caller)
                .map(listing -> Together.each(
                        listing.items(), programme -> new Row(programme, clearings.latest(caller, programme.id()))));
        model.addAttribute("programmes", rows);
        return "operations/programmes";
    }
}
