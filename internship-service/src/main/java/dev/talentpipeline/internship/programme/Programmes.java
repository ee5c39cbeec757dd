package dev.talentpipeline.internship.programme;

import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.kit.security.Caller;
import java.util.Optional;

/** The programmes. */
public interface Programmes {

    Optional<Programme> find(String id);

    /** The programme, which nobody may change until this transaction ends. */
    Optional<Programme> hold(String id);

    /** The programme, locked to be changed. */
    Optional<Programme> lock(String id);

    /** Adds the programme; false if its id is taken. */
    boolean add(Programme programme);

    void save(Programme programme);

    /** The programmes that the caller may know of, those that are archived or those that are not. */
    Page<Programme> list(Caller caller, boolean archived, Page.Request request);
}
