package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.api.Ledger;
import dev.talentpipeline.console.api.LedgerAccounts;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether the accounts agree, and what differs. */
@Controller
final class LedgerController {

    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/operations/ledger")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(defaultValue = "") String difference,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Identity caller = signedIn.identity();
        Supplier<Reading<LedgerAccounts>> accounts = Together.begin(() -> ledger.accounts(caller));
        model.addAttribute("differences", ledger.differences(caller, difference, cursor));
        model.addAttribute("ledger", accounts.get());
        model.addAttribute("difference", difference);
        model.addAttribute("cursor", cursor);
        return "operations/ledger";
    }
}
