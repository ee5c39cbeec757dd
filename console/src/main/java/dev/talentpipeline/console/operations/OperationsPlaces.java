package dev.talentpipeline.console.operations;

import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.page.Navigation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The menu of the desk. */
@Component
final class OperationsPlaces implements Navigation {

    @Override
    public Role role() {
        return Role.OPERATIONS;
    }

    @Override
    public List<Place> places() {
        return List.of(
                new Place("/operations", "operations.title", "activity"),
                new Place("/operations/flows", "flows.title", "affiliate"),
                new Place("/operations/lag", "lag.title", "hourglass"),
                new Place("/operations/service-levels", "serviceLevels.title", "chart-bar"),
                new Place("/operations/expectations", "expectations.title", "clock"),
                new Place("/operations/ledger", "ledger.title", "shield-check"),
                new Place("/operations/schemas", "schemas.title", "git-merge"),
                new Place("/operations/journeys", "journeys.title", "route", "/operations/looks"),
                new Place("/operations/dead-letters", "deadLetters.title", "mail-off"),
                new Place("/operations/brakes", "brakes.title", "player-pause"),
                new Place("/programmes", "programmes.title", "git-merge"),
                new Place("/operations/organisations", "organisations.title", "building-skyscraper"),
                new Place("/operations/catalogue", "catalogue.title", "books"));
    }
}
