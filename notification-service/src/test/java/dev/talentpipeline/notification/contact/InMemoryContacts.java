package dev.talentpipeline.notification.contact;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Contacts in a map, for tests. */
public final class InMemoryContacts implements Contacts {

    private final Map<String, Contact> held = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();
    private final Set<String> erased = new HashSet<>();

    @Override
    public boolean keep(Contact contact) {
        Contact before = held.get(contact.personId());
        if (erased.contains(contact.personId()) || before != null && before.version() >= contact.version()) {
            return false;
        }
        held.put(contact.personId(), contact);
        return true;
    }

    /** Nothing was kept by an earlier release. */
    @Override
    public boolean complete(Contact contact) {
        return false;
    }

    @Override
    public boolean erase(String personId) {
        held.remove(personId);
        return erased.add(personId);
    }

    @Override
    public Optional<Contact> find(String personId) {
        return Optional.ofNullable(held.get(personId));
    }

    @Override
    public Map<String, Contact> find(Collection<String> people) {
        return people.stream().filter(held::containsKey).distinct().collect(Collectors.toMap(id -> id, held::get));
    }

    @Override
    public Set<String> erased(Collection<String> people) {
        return people.stream().filter(erased::contains).collect(Collectors.toSet());
    }

    @Override
    public Optional<String> companyState(String desk) {
        return Optional.ofNullable(states.get(desk));
    }

    @Override
    public void keepCompanyState(String desk, String state) {
        states.put(desk, state);
    }

    @Override
    public boolean areIncomplete() {
        return false;
    }

    @Override
    public void forget(String formerId) {
        held.remove(formerId);
    }

    @Override
    public boolean isErased(String personId) {
        return erased.contains(personId);
    }
}
