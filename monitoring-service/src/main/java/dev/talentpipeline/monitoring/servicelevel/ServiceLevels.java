package dev.talentpipeline.monitoring.servicelevel;

import dev.talentpipeline.monitoring.servicelevel.ServiceLevel.Measure;
import dev.talentpipeline.monitoring.servicelevel.ServiceLevel.Words;
import dev.talentpipeline.schemas.ConsumerGroup;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The levels. One is declared here and nowhere else: list, page, file and metrics follow from it. */
public final class ServiceLevels {

    private static final Duration WEEK = Duration.ofDays(7);

    public static final ServiceLevel OFFER_LATENCY = new ServiceLevel(
            "offer-latency",
            new Words(
                    "从学生档案或实习岗位变更到产生录用意向", "From a change of a profile or an internship to the offer that comes of it"),
            new Measure.OfferLatency(),
            new Target(Duration.ofSeconds(10), new BigDecimal("99.00"), WEEK));

    public static final ServiceLevel NOTICE_LATENCY = new ServiceLevel(
            "notice-latency",
            new Words("从发出录用意向到学生的通知送出", "From an extended offer to its student's notice"),
            new Measure.NoticeLatency(),
            new Target(Duration.ofMinutes(1), new BigDecimal("99.00"), WEEK));

    public static final List<ServiceLevel> ALL = Stream.concat(
                    Stream.of(ConsumerGroup.values())
                            .map(group -> new ServiceLevel(
                                    "freshness-" + group.id(),
                                    new Words(
                                            "%s 读取消息的及时程度".formatted(group.id()),
                                            "How fresh what %s has read is".formatted(group.id())),
                                    new Measure.Freshness(group.id()),
                                    new Target(Duration.ofSeconds(30), new BigDecimal("99.50"), WEEK))),
                    Stream.of(OFFER_LATENCY, NOTICE_LATENCY))
            .toList();

    private ServiceLevels() {}

    public static Optional<ServiceLevel> named(String name) {
        return ALL.stream().filter(level -> level.name().equals(name)).findFirst();
    }
}
