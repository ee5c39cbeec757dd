package dev.talentpipeline.notification.contact;

import java.util.List;

/** Tells all watchers, one after the other. */
record AllWatchers(List<ContactWatcher> watchers) implements ContactWatcher {

    AllWatchers {
        watchers = List.copyOf(watchers);
    }

    @Override
    public void contactArrived(String personId) {
        watchers.forEach(watcher -> watcher.contactArrived(personId));
    }

    @Override
    public void companyStands(String desk, long version, String state) {
        watchers.forEach(watcher -> watcher.companyStands(desk, version, state));
    }

    @Override
    public void personErased(String personId) {
        watchers.forEach(watcher -> watcher.personErased(personId));
    }
}
