package dev.talentpipeline.internship.catalogue;

import java.util.stream.Stream;

/** An entry of a catalogue, which people may mean by one of several names. */
public interface Named {

    /** What a request names it by. */
    String id();

    /** Everything that somebody may have meant by it, its id among them. */
    Stream<String> names();
}
