package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.person.OwnWord;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeRules.ConsentBy;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose word counts when the university or the student sends a profile. What the student has said of their own facts is kept against
 * the university; what the university knows, its roll, is kept against the student. Of how the student is reached the later word
 * counts, unless it is the university's and the student had said otherwise before.
 */
final class WhoseWord {

    private WhoseWord() {}

    /**
     * What comes of a profile that was sent.
     *
     * @param said what of it the student has said by now
     * @param consentAwaited whether the university has recorded a consent that counts only once the student says so
     * @param kept fields that stay as they were, whatever was sent
     */
    record Ruling(StudentProfile profile, Set<OwnFact> said, boolean consentAwaited, List<String> kept) {}

    /**
     * Rules on what the caller has sent.
     *
     * @param before null: new in the programme
     */
    static Ruling on(Caller caller, Programme programme, @Nullable Student before, StudentProfile sent) {
        return caller.is(Role.STUDENT)
                ? onStudents(caller, programme, before, sent)
                : onUniversitys(programme, before, sent);
    }

    private static Ruling onUniversitys(Programme programme, @Nullable Student before, StudentProfile sent) {
        Set<OwnFact> said = before == null ? Set.of() : before.said();
        Set<OwnFact> kept = EnumSet.noneOf(OwnFact.class);
        StudentProfile ruled = sent;
        if (before != null) {
            said.stream().filter(fact -> fact.differs(before.profile(), sent)).forEach(kept::add);
            ruled = sent.keeping(kept, before.profile());
        }
        boolean asksForWord = programme.rules().consentBy() == ConsentBy.STUDENT && !said.contains(OwnFact.CONSENT);
        if (asksForWord) {
            // What the university records it can take back, but not give.
            boolean had = before != null && before.profile().consent();
            ruled = ruled.consenting(sent.consent() && had);
        }
        boolean awaited = asksForWord && sent.consent() && !ruled.consent();
        return new Ruling(ruled, said, awaited, fields(kept));
    }

    private static Ruling onStudents(
            Caller caller, Programme programme, @Nullable Student before, StudentProfile sent) {
        boolean ownWord = OwnWord.isOf(caller);
        boolean had = before != null && before.profile().consent();
        boolean counts = ownWord || programme.rules().consentBy() == ConsentBy.UNIVERSITY;
        StudentProfile ruled = sent.consenting(counts ? sent.consent() : sent.consent() && had);
        List<String> kept = new ArrayList<>();
        Set<OwnFact> said = EnumSet.noneOf(OwnFact.class);
        if (before != null) {
            said.addAll(before.said());
            ruled = ruled.asOnRollOf(before.profile());
            kept.addAll(sent.otherOnRollThan(before.profile()));
        }
        for (OwnFact fact : OwnFact.values()) {
            boolean changed = before != null && fact.differs(before.profile(), ruled);
            if ((fact != OwnFact.CONSENT || ownWord) && (changed || fact.isSaidIn(ruled))) {
                said.add(fact);
            }
        }
        boolean awaited = before != null && before.consentAwaited() && !ownWord;
        return new Ruling(ruled, said, awaited, kept);
    }

    private static List<String> fields(Set<OwnFact> facts) {
        return facts.stream().map(OwnFact::field).toList();
    }

    /** How the person is reached from now on. */
    static Person.Details reached(Caller caller, Person person, Person.Details sent) {
        if (caller.is(Role.STUDENT)) {
            return new Person.Details(person.name(), sent.email(), sent.phone(), sent.language());
        }
        return new Person.Details(
                sent.name(),
                person.said().email() ? person.email() : sent.email(),
                person.said().phone() ? person.phone() : sent.phone(),
                sent.language());
    }

    /** Those of the details that stay as they were, whatever was sent. */
    static List<String> kept(Person.Details ruled, Person.Details sent) {
        List<String> kept = new ArrayList<>();
        if (!ruled.name().equals(sent.name())) {
            kept.add("name");
        }
        if (!ruled.email().equals(sent.email())) {
            kept.add("email");
        }
        if (!Objects.equals(ruled.phone(), sent.phone())) {
            kept.add("phone");
        }
        return kept;
    }
}
