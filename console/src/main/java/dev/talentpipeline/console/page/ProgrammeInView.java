package dev.talentpipeline.console.page;

import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Programmes;
import dev.talentpipeline.console.identity.Identity;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The programme that a person looks at: the one that they chose last, on whatever page. */
@Component
public final class ProgrammeInView {

    private static final String REMEMBERED = "programme.in.view";

    private final Programmes programmes;

    ProgrammeInView(Programmes programmes) {
        this.programmes = programmes;
    }

    /** Puts the choice into the model. */
    public @Nullable Programme choose(Identity caller, @Nullable String asked, HttpSession session, Model model) {
        String remembered = session.getAttribute(REMEMBERED) instanceof String id ? id : null;
        var all = programmes.all(caller);
        ProgrammeChoice choice = ProgrammeChoice.of(all, asked == null ? remembered : asked);
        if (asked == null && choice.isUnknown()) {
            choice = ProgrammeChoice.of(all, null);
        }
        model.addAttribute("choice", choice);
        Programme chosen = choice.chosen();
        if (chosen != null && !chosen.id().equals(remembered)) {
            session.setAttribute(REMEMBERED, chosen.id());
        }
        return chosen;
    }
}
