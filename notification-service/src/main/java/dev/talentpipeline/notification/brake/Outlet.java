package dev.talentpipeline.notification.brake;

/** A way by which what is told leaves this service. The inbox is none: what is in it stays here. */
public enum Outlet {
    EMAIL,
    WEBHOOK
}
