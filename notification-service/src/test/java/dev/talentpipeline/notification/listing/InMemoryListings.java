package dev.talentpipeline.notification.listing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
    public Map<String, Programme> programmes(Collection<String> ids) {
        return ids.stream()
                .filter(programmes::containsKey)
                .distinct()
                .collect(Collectors.toMap(id -> id, programmes::get));
    }

    @Override
    public Map<Key, Internship> internships(Set<Key> keys) {
        Map<Key, Internship> found = new HashMap<>();
        for (Key key : keys) {
            Internship held = internships.get(key.programmeId() + "/" + key.internshipId());
            if (held != null) {
                found.put(key, held);
            }
        }
        return found;
    }
}
