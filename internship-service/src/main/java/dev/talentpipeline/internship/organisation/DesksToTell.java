package dev.talentpipeline.internship.organisation;

import java.util.List;

/** Organisations whose desks an earlier release told with less than is told now. */
public interface DesksToTell {

    List<String> all();

    /** Forgets that the organisation's desk is to be told, in the running transaction; false if somebody else did already. */
    boolean forget(String organisation);
}
