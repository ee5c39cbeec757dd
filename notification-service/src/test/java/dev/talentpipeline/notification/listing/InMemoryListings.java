package dev.talentpipeline.notification.listing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Labels in maps, for tests. */
public final class InMemoryListings implements Listings {

    private final Map<String, Programme> programmes = new HashMap<>();
    private final Map<String, Internship> internships = new HashMap<>();

    @Override
    public boolean keep(Programme programme) {
        Programme before = programmes.get(programme.programmeId());
        if (before != null && before.version() >= programme.version()) {
            return false;
        }
        programmes.put(programme.programmeId(), programme);
        return true;
    }

    @Override
    public boolean keep(Internship internship) {
        String key = internship.programmeId() + "/" + internship.internshipId();
        Internship before = internships.get(key);
        if (before != null && before.version() >= internship.version()) {
            return false;
        }
        internships.put(key, internship);
        return true;
    }

    @Override
    public Optional<Programme> programme(String programmeId) {
        return Optional.ofNullable(programmes.get(programmeId));
    }

    @Override
    public Optional<Internship> internship(String programmeId, String internshipId) {
        return Optional.ofNullable(internships.get(programmeId + "/" + internshipId));
    }
}
