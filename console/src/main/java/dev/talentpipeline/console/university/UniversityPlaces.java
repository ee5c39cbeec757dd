package dev.talentpipeline.console.university;

import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.page.Navigation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The menu of the desk. */
@Component
final class UniversityPlaces implements Navigation {

    @Override
    public Role role() {
        return Role.UNIVERSITY;
    }

    @Override
    public List<Place> places() {
        return List.of(
                new Place("/university", "uniHome.title", "home"),
                new Place("/university/inbox", "inbox.title", "inbox", "/university/webhooks"),
                new Place("/university/students", "university.title", "users"),
                new Place("/university/endorsements", "endorsements.title", "clipboard-check"),
                new Place("/university/offers", "uniOffers.title", "heart-handshake"),
                new Place("/university/meetings", "meetings.title", "calendar-event"),
                new Place("/university/placements", "placements.title", "file-text"),
                new Place("/university/imports", "imports.title", "upload"),
                new Place("/university/roll", "roll.title", "id"),
                new Place("/university/destinations", "destinations.title", "map-pin"),
                new Place("/university/outcomes", "outcomes.title", "chart-bar"),
                new Place("/university/companies", "companies.title", "building-skyscraper", "/university/openings"),
                new Place("/programmes", "programmes.title", "git-merge"));
    }
}
