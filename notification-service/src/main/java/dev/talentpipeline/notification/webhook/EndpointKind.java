package dev.talentpipeline.notification.webhook;

import dev.talentpipeline.notification.webhook.Reply.Answered;
import java.util.regex.Pattern;

/** What listens at an endpoint, which decides how it is written to and when it has understood. */
public enum EndpointKind {
    /** A system that reads messages after the Standard Webhooks specification. */
    STANDARD,
    /** The robot of a group in WeCom. */
    WECOM,
    /** The robot of a group in DingTalk. */
    DINGTALK;

    /** Robots answer 200 to everything and tell in the body what became of it. */
    private static final Pattern TAKEN = Pattern.compile("\"errcode\"\\s*:\\s*0\\s*[,}]");

    boolean isTaken(Answered answered) {
        boolean successful = answered.status() >= 200 && answered.status() < 300;
        return successful
                && switch (this) {
                    case STANDARD -> true;
                    case WECOM, DINGTALK -> TAKEN.matcher(answered.beginning()).find();
                };
    }
}
