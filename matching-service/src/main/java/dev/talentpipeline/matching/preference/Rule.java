package dev.talentpipeline.matching.preference;

/**
 * The hard rules of who may meet, in the order in which they are tried: the first that fails is the reason that is shown. Each says
 * in English and Chinese what does not hold.
 */
public enum Rule {
    STUDENT_ACTIVE("The student is not active in this programme.", "学生未处于本项目的参与状态。"),
    INTERNSHIP_OPEN("The internship takes nobody new.", "该实习岗位已不再接收学生。"),
    UNIVERSITY_TAKES_PART("The student's university does not take part in this programme.", "学生所在高校未参加本项目。"),
    COMPANY_TAKES_PART("The company does not take part in this programme.", "该企业未参加本项目。"),
    DEGREE("The degree is below the minimum.", "学历低于最低要求。"),
    MAJOR("The major is not among those admitted.", "专业不在招收范围内。"),
    REQUIRED_SKILLS("A required skill is missing or below its level.", "缺少必备技能或技能等级不足。"),
    REGION("Neither the region nor remote work suits.", "地区不符合意愿，且不适合远程。"),
    START("The student is not available on the first day.", "首日学生尚不能到岗。"),
    WEEKS("The internship lasts longer than the student is available.", "实习时长超出学生可参加的时间。"),
    DAYS_PER_WEEK("It asks for more days a week than the student has.", "每周天数超出学生可安排的天数。"),
    STIPEND("The stipend is below the student's minimum.", "补贴低于学生的最低要求。"),
    LISTED_BY_STUDENT("The student accepts only internships on their own list.", "学生只接受其志愿表中的岗位。"),
    LISTED_BY_INTERNSHIP("The internship accepts only students on its own list.", "该岗位只接受其名单中的学生。"),
    NOT_EXCLUDED("The internship has excluded the student.", "该岗位已排除此学生。"),
    NOT_BARRED("An offer between the two was declined, vetoed or refused before.", "双方此前的录用意向已被拒绝或否决。"),
    NOT_WAITING("A new attempt waits for newer information about one of the two.", "等待任一方更新信息后再次匹配。"),
    CONSENT("The student has not consented to be matched.", "学生尚未同意参与匹配。");

    private final String english;
    private final String chinese;

    Rule(String english, String chinese) {
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
