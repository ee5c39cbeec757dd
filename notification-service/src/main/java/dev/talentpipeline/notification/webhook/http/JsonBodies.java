package dev.talentpipeline.notification.webhook.http;

import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.webhook.Bodies;
import dev.talentpipeline.notification.webhook.Endpoint.Address;
import dev.talentpipeline.notification.webhook.Happening;
import dev.talentpipeline.notification.webhook.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bodies as JSON. Systems read {@code {type, timestamp, data}} after the Standard Webhooks specification, with ids and states only; robots
 * a line of text, since it is people who read them.
 */
final class JsonBodies implements Bodies {

    private final JsonMapper mapper;

    JsonBodies(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String of(Happening happening, Address to) {
        return switch (to.kind()) {
            case STANDARD -> standard(happening.type(), happening.at(), data(happening.subject()));
            case WECOM, DINGTALK -> robot(line(happening, to.language()));
        };
    }

    @Override
    public String test(Address to, Instant now) {
        return switch (to.kind()) {
            case STANDARD -> standard(Message.TEST, now, Map.of());
            case WECOM, DINGTALK ->
                robot(
                        switch (to.language()) {
                            case ZH -> "Talent Pipeline：测试消息，已能送达。";
                            case EN -> "Talent Pipeline: this is a test, and it arrives.";
                        });
        };
    }

    private String standard(String type, Instant timestamp, Map<String, Object> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", timestamp.toString());
        body.put("data", data);
        return mapper.writeValueAsString(body);
    }

    /** Both kinds of robots understand this. */
    private String robot(String line) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("msgtype", "text");
        body.put("text", Map.of("content", line));
        return mapper.writeValueAsString(body);
    }

    private static Map<String, Object> data(Happening.Subject subject) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("programme", subject.programmeId());
        data.put(subject.kind().word(), subject.id());
        data.put("version", subject.version());
        data.put("state", subject.state());
        putIfAny(data, "student", subject.studentId());
        putIfAny(data, "internship", subject.internshipId());
        putIfAny(data, "university", subject.university());
        putIfAny(data, "company", subject.company());
        return data;
    }

    /** Not everything is about each of them. */
    private static void putIfAny(Map<String, Object> data, String name, String id) {
        if (!id.isEmpty()) {
            data.put(name, id);
        }
    }

    private static String line(Happening happening, Language language) {
        Happening.Subject subject = happening.subject();
        String what = happening.type().substring(happening.type().indexOf('.') + 1);
        return switch (language) {
            case ZH ->
                "Talent Pipeline：项目 %s 的%s %s：%s"
                        .formatted(
                                subject.programmeId(),
                                switch (subject.kind()) {
                                    case OFFER -> "录用意向";
                                    case PLACEMENT -> "实习记录";
                                    case MEETING -> "面谈";
                                    case INTERNSHIP -> "实习岗位";
                                    case IMPORT -> "导入文件";
                                },
                                subject.id(),
                                ChineseWords.of(happening.type()));
            case EN ->
                "Talent Pipeline: %s %s in programme %s: %s"
                        .formatted(
                                switch (subject.kind()) {
                                    case OFFER -> "offer";
                                    case PLACEMENT -> "internship record";
                                    case MEETING -> "meeting";
                                    case INTERNSHIP -> "internship";
                                    case IMPORT -> "import";
                                },
                                subject.id(),
                                subject.programmeId(),
                                what.replace('_', ' '));
        };
    }
}
