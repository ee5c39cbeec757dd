package dev.talentpipeline.internship.programme.web;

import java.time.Duration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a duration as ISO 8601; one of whole days in days, {@code P3D}, which the platform alone would write as {@code PT72H}. */
final class DurationWriter extends ValueSerializer<Duration> {

    @Override
    public void serialize(Duration duration, JsonGenerator json, SerializationContext context) {
        long days = duration.toDays();
        json.writeString(days != 0 && duration.equals(Duration.ofDays(days)) ? "P" + days + "D" : duration.toString());
    }
}
