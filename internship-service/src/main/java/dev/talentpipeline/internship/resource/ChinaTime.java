package dev.talentpipeline.internship.resource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar by which universities and companies date what they sign and do. */
public final class ChinaTime {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ChinaTime() {}

    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
