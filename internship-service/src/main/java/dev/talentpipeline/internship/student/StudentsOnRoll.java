package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.person.Person;

/** What universities know of their students, which is kept apart from what goes to a market. */
public interface StudentsOnRoll {

    /** The university has said this of the person, who is locked; within the running transaction. */
    void entered(Person person, StudentProfile profile);

    /** Whether the number may be of that school: it is on the roll as such, or not on it yet. */
    boolean mayBeOf(String school, String university, String number);
}
