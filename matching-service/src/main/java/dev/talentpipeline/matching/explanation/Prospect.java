package dev.talentpipeline.matching.explanation;

/** What the seats of an internship hold for a student who may have one. Each says it in English and Chinese. */
public enum Prospect {
    SEAT_HELD("The student holds a place here.", "学生已占有该岗位的名额。"),
    SEAT_FREE("The student is eligible and a place is free.", "学生符合全部条件，该岗位尚有空余名额。"),
    SEAT_ELSEWHERE(
            "The student has a place in another opening and is not matched with this one.",
            "学生已占有其他岗位的名额，目前不参与该岗位的匹配。"),
    CUTOFF_PASSED(
            "The student ranks above the last admitted, but all places had been given before.",
            "学生的优先次序高于录用线，但名额此前已录满。"),
    CUTOFF_NOT_PASSED("No place is free, and the student ranks below the last admitted.", "名额已满，学生的优先次序未达到录用线。"),
    NO_SEAT("No place is free, and there is no last admitted to compare with.", "名额已满，且没有可供比较的录用线。");

    private final String english;
    private final String chinese;

    Prospect(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }
}
