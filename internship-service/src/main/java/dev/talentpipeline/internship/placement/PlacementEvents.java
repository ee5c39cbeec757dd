package dev.talentpipeline.internship.placement;

/** Tells the other services what became of a placement, in the transaction in which it happened. */
public interface PlacementEvents {

    void changed(Placement placement);
}
