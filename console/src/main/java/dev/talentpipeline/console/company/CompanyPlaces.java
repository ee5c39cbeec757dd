package dev.talentpipeline.console.company;

import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.page.Navigation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The menu of the desk. */
@Component
final class CompanyPlaces implements Navigation {

    @Override
    public Role role() {
        return Role.COMPANY;
    }

    @Override
    public List<Place> places() {
        return List.of(
                new Place("/company", "company.title", "home"),
                new Place("/company/inbox", "inbox.title", "inbox", "/company/webhooks"),
                new Place("/company/offers", "offers.title", "heart-handshake"),
                new Place("/company/meetings", "meetings.title", "calendar-event"),
                new Place("/company/placements", "placements.title", "file-text"),
                new Place("/company/imports", "imports.title", "upload"),
                new Place("/programmes", "programmes.title", "git-merge"));
    }
}
