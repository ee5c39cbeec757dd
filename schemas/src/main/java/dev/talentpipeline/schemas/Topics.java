package dev.talentpipeline.schemas;

import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Cutoff;
import dev.talentpipeline.events.Erasure;
import dev.talentpipeline.events.Import;
import dev.talentpipeline.events.Internship;
import dev.talentpipeline.events.Meeting;
import dev.talentpipeline.events.Notice;
import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.Placement;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.events.Programme;
import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.schemas.Topic.KeyedBy;
import dev.talentpipeline.schemas.Topic.Retention;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * The catalogue of all topics. Topics are created from it and read by it, so that a name, a type or a partition count stands in one
 * place. All topics have the same number of partitions: what belongs to one programme meets in one partition number.
 */
public final class Topics {

    /** Partitions of every topic. A running system cannot change it: keys would move to other partitions. */
    public static final int PARTITIONS = 6;

    private static final String INTERNSHIP = "internship-service";
    private static final String MATCHING = "matching-service";
    private static final String NOTIFICATION = "notification-service";

    public static final Topic<Programme> PROGRAMMES =
            new Topic<>("programmes", Programme.class, KeyedBy.PROGRAMME, Retention.LATEST_PER_KEY, INTERNSHIP);
    public static final Topic<StudentProfile> STUDENT_PROFILES = new Topic<>(
            "student-profiles",
            StudentProfile.class,
            KeyedBy.ENTITY_OF_PROGRAMME,
            Retention.LATEST_PER_KEY,
            INTERNSHIP);
    public static final Topic<Internship> INTERNSHIPS = new Topic<>(
            "internships", Internship.class, KeyedBy.ENTITY_OF_PROGRAMME, Retention.LATEST_PER_KEY, INTERNSHIP);
    /** Proposals, keyed by the student. */
    public static final Topic<PlacementOffer> PLACEMENT_OFFERS = new Topic<>(
            "placement-offers", PlacementOffer.class, KeyedBy.ENTITY_OF_PROGRAMME, Retention.SEASON, MATCHING);

    public static final Topic<Offer> OFFERS =
            new Topic<>("offers", Offer.class, KeyedBy.ENTITY_OF_PROGRAMME, Retention.LATEST_PER_KEY, INTERNSHIP);
    public static final Topic<Placement> PLACEMENTS = new Topic<>(
            "placements", Placement.class, KeyedBy.ENTITY_OF_PROGRAMME, Retention.LATEST_PER_KEY, INTERNSHIP);
    /** Invitations, meetings and their interviews, without a word that anybody wrote. */
    public static final Topic<Meeting> MEETINGS =
            new Topic<>("meetings", Meeting.class, KeyedBy.ENTITY_OF_PROGRAMME, Retention.LATEST_PER_KEY, INTERNSHIP);

    /** Files on their way into programmes, by counts. */
    public static final Topic<Import> IMPORTS =
            new Topic<>("imports", Import.class, KeyedBy.ENTITY_OF_PROGRAMME, Retention.LATEST_PER_KEY, INTERNSHIP);

    public static final Topic<ClearingReport> CLEARINGS =
            new Topic<>("clearings", ClearingReport.class, KeyedBy.PROGRAMME, Retention.SEASON, MATCHING);
    public static final Topic<Cutoff> CUTOFFS =
            new Topic<>("cutoffs", Cutoff.class, KeyedBy.ENTITY_OF_PROGRAMME, Retention.LATEST_PER_KEY, MATCHING);
    public static final Topic<Contact> CONTACTS =
            new Topic<>("contacts", Contact.class, KeyedBy.PERSON, Retention.LATEST_PER_KEY_ERASABLE, INTERNSHIP);
    /** Who was erased, by ids that lead to nobody. */
    public static final Topic<Erasure> ERASURES =
            new Topic<>("erasures", Erasure.class, KeyedBy.PERSON, Retention.LATEST_PER_KEY, INTERNSHIP);

    public static final Topic<Notice> NOTICES =
            new Topic<>("notices", Notice.class, KeyedBy.NOTICE_OF_PERSON, Retention.SEASON, NOTIFICATION);

    public static final List<Topic<?>> ALL = List.of(
            PROGRAMMES,
            STUDENT_PROFILES,
            INTERNSHIPS,
            PLACEMENT_OFFERS,
            OFFERS,
            PLACEMENTS,
            MEETINGS,
            IMPORTS,
            CLEARINGS,
            CUTOFFS,
            CONTACTS,
            ERASURES,
            NOTICES);

    private Topics() {}

    /** The topic that carries events of the type. */
    public static <T extends SpecificRecord> Topic<T> carrying(Class<T> type) {
        for (Topic<?> topic : ALL) {
            if (topic.type() == type) {
                @SuppressWarnings("unchecked") // The topic's type is the very class asked for.
                Topic<T> found = (Topic<T>) topic;
                return found;
            }
        }
        throw new IllegalArgumentException(
                "type (%s) must be an event of the catalogue. Maybe its topic is missing there."
                        .formatted(type.getName()));
    }
}
