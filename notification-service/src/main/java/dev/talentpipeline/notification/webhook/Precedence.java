package dev.talentpipeline.notification.webhook;

/** Whether something that hurries more than messages to systems is late in this process. They then leave slowly, and do not stand still. Asked from any thread. */
@FunctionalInterface
public interface Precedence {

    boolean isCalledFor();
}
