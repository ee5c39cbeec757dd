package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.api.Clearing;
import dev.talentpipeline.console.api.Clearings;
import dev.talentpipeline.console.api.Expectation;
import dev.talentpipeline.console.api.Expectations;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
final class OperationsController {

    private final Programmes programmes;
    private final Clearings clearings;
    private final Expectations expectations;

    OperationsController(Programmes programmes, Clearings clearings, Expectations expectations) {
        this.programmes = programmes;
        this.clearings = clearings;
        this.expectations = expectations;
    }

    record Row(Programme programme, Reading<Clearing> clearing) {}

    @GetMapping("/operations")
    String show(@AuthenticationPrincipal SignedIn signedIn, Model model) {
        Identity caller = signedIn.identity();
        Supplier<Reading<List<Expectation>>> overdue = Together.begin(() -> expectations
                .all(caller)
                .map(all -> all.items().stream().filter(Expectation::isOverdue).toList()));
        Reading<List<Row>> rows = programmes
                .all(caller)
                .map(listing -> Together.each(
                        listing.items(), programme -> new Row(programme, clearings.latest(caller, programme.id()))));
        model.addAttribute("programmes", rows);
        model.addAttribute("overdue", overdue.get());
        return "operations/programmes";
    }
}
