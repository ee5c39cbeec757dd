package dev.talentpipeline.matching.topology;

import dev.talentpipeline.events.ClearingMode;
import dev.talentpipeline.events.ConsentBy;
import dev.talentpipeline.events.Degree;
import dev.talentpipeline.events.Internship;
import dev.talentpipeline.events.InternshipState;
import dev.talentpipeline.events.ListPolicy;
import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.OfferPolicy;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.events.Programme;
import dev.talentpipeline.events.ProgrammeState;
import dev.talentpipeline.events.SkillLevel;
import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.events.StudentState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Events as internship-service writes them: any student suits any internship, unless told otherwise. */
public final class EventFixture {

    private static final Instant CHANGED = Instant.parse("2027-01-01T00:00:00Z");

    private EventFixture() {}

    public static Programme.Builder programme(String id) {
        return Programme.newBuilder()
                .setProgrammeId(id)
                .setVersion(1)
                .setName("Demo")
                .setOwner("u-north")
                .setState(ProgrammeState.RUNNING)
                .setMode(ClearingMode.ROLLING)
                .setClearingIntervalMs(1000)
                .setResponseWindowMs(1000)
                .setLists(ListPolicy.FILLED)
                .setOfferPolicy(OfferPolicy.AUTOMATIC)
                .setConsentBy(ConsentBy.UNIVERSITY)
                .setSeed("seed")
                .setChangedAt(CHANGED);
    }

    public static StudentProfile.Builder student(String programme, String id, int level) {
        return StudentProfile.newBuilder()
                .setProgrammeId(programme)
                .setStudentId(id)
                .setVersion(1)
                .setState(StudentState.ACTIVE)
                .setPersonId("person-" + id)
                .setUniversity("u-north")
                .setDegree(Degree.MASTER)
                .setMajor("Computer Science")
                .setSkills(List.of(new SkillLevel("java", level)))
                .setAvailableFrom(LocalDate.of(2027, 1, 1))
                .setAvailableUntil(LocalDate.of(2027, 12, 31))
                .setDaysPerWeek(5)
                .setConsent(true)
                .setChangedAt(CHANGED);
    }

    public static Internship.Builder internship(String programme, String id, int seats) {
        return Internship.newBuilder()
                .setProgrammeId(programme)
                .setInternshipId(id)
                .setVersion(1)
                .setState(InternshipState.OPEN)
                .setCompany("c-river")
                .setTitle("Title")
                .setOccupation("ai-trainer")
                .setRegion("CN-BJ")
                .setStartsOn(LocalDate.of(2027, 3, 1))
                .setWeeks(12)
                .setDaysPerWeek(4)
                .setStipend(6000)
                .setSeats(seats)
                .setMinimumDegree(Degree.BACHELOR)
                .setRequiredSkills(List.of(new SkillLevel("java", 1)))
                .setChangedAt(CHANGED);
    }

    /** A proposal of an earlier clearing. */
    public static PlacementOffer proposal(String programme, String student, String internship) {
        return PlacementOffer.newBuilder()
                .setProgrammeId(programme)
                .setOfferId("earlier")
                .setClearing(1)
                .setStudentId(student)
                .setInternshipId(internship)
                .setProgrammeVersion(1)
                .setStudentVersion(1)
                .setInternshipVersion(1)
                .setScore(0.5)
                .setStudentRank(1)
                .setInternshipRank(1)
                .setProposedAt(CHANGED)
                .build();
    }

    /** What internship-service answers to a proposal. */
    public static Offer.Builder answer(PlacementOffer proposal, long version, OfferState state) {
        return Offer.newBuilder()
                .setProgrammeId(proposal.getProgrammeId())
                .setOfferId(proposal.getOfferId())
                .setVersion(version)
                .setState(state)
                .setStudentId(proposal.getStudentId())
                .setInternshipId(proposal.getInternshipId())
                .setPersonId("person-" + proposal.getStudentId())
                .setUniversity("u-north")
                .setCompany("c-river")
                .setClearing(proposal.getClearing())
                .setProgrammeVersion(proposal.getProgrammeVersion())
                .setStudentVersion(proposal.getStudentVersion())
                .setInternshipVersion(proposal.getInternshipVersion())
                .setScore(proposal.getScore())
                .setStudentRank(proposal.getStudentRank())
                .setInternshipRank(proposal.getInternshipRank())
                .setProposedAt(proposal.getProposedAt())
                .setStartsOn(LocalDate.of(2027, 3, 1))
                .setEndsOn(LocalDate.of(2027, 5, 23))
                .setChangedAt(CHANGED);
    }
}
