package dev.talentpipeline.console.student;

import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.page.Navigation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The menu of the desk. */
@Component
final class StudentPlaces implements Navigation {

    @Override
    public Role role() {
        return Role.STUDENT;
    }

    @Override
    public List<Place> places() {
        return List.of(
                new Place("/student", "studentPage.title", "heart-handshake"),
                new Place("/student/choices", "choices.title", "list-check", "/student/openings"),
                new Place("/student/profile", "profile.title", "id"),
                new Place("/student/inbox", "inbox.title", "inbox"),
                new Place("/student/meetings", "myMeetings.title", "calendar-event"),
                new Place("/student/data", "ownData.title", "shield-check"));
    }
}
