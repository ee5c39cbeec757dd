package dev.talentpipeline.internship.calendar;

import dev.talentpipeline.internship.resource.Page;
import java.util.Optional;

/** The calendars. One that exists stays: programmes count by it. */
public interface Calendars {

    Optional<WorkingCalendar> find(String id);

    /** The calendar, locked to be changed. */
    Optional<WorkingCalendar> lock(String id);

    /** Adds the calendar; false if its id is taken. */
    boolean add(WorkingCalendar calendar);

    void save(WorkingCalendar calendar);

    Page<WorkingCalendar> list(Page.Request request);
}
