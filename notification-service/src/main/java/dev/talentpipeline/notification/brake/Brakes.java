package dev.talentpipeline.notification.brake;

import java.util.List;

/**
 * The brakes of all outlets. Whoever sends asks them in the very statement that takes what is sent next, so a change counts from its
 * commit on, in all processes. Every method takes part in the caller's transaction.
 */
public interface Brakes {

    /**
     * A brake as it is set.
     *
     * @param version grows by 1 with every change
     */
    record SetBrake(Brake brake, long version) {}

    /** In the order of outlets. */
    List<SetBrake> all();

    /** Finds it and keeps others from changing it until the transaction ends. */
    SetBrake lock(Outlet outlet);

    /** Sets the brake, as its next version, and adds the change to the trail. */
    void set(BrakeChange change);

    /** The latest changes of an outlet, newest first. */
    List<BrakeChange> latest(Outlet outlet, int limit);
}
