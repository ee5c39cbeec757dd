package dev.talentpipeline.internship.internship;

import org.jspecify.annotations.Nullable;

/**
 * Why an internship is not open. The first that applies is the one that is told; each leads to one state, so that state and reason cannot
 * contradict each other.
 */
public enum Hindrance {
    WITHDRAWN(InternshipState.WITHDRAWN, "The company has withdrawn it.", "企业已撤下该岗位。"),
    NOT_APPROVED(InternshipState.REJECTED, "It was not approved for this programme.", "该岗位未通过项目审核。"),
    COMPANY_NOT_ENTERED(
            InternshipState.WAITING,
            "Nobody has entered the company yet. It is seen once the company is entered and verified.",
            "企业信息尚未录入;录入并核验后岗位即可见。"),
    COMPANY_NOT_VERIFIED(
            InternshipState.WAITING,
            "The company is not verified yet. It is seen once a university or operations has verified it.",
            "企业尚未核验;经高校或运营方核验后岗位即可见。"),
    COMPANY_SUSPENDED(
            InternshipState.WAITING,
            "The company is suspended. It is seen once the suspension is lifted.",
            "企业已被暂停;恢复后岗位即可见。"),
    APPROVAL_AWAITED(
            InternshipState.WAITING,
            "The programme approves each opening first, and has not decided on this one.",
            "该项目须先审核岗位,此岗位尚待审核。"),
    APPLY_BY_PASSED(InternshipState.CLOSED, "The last day to apply has passed.", "报名截止日期已过。"),
    FULL(InternshipState.CLOSED, "Every seat is taken by an accepted offer.", "名额已满。");

    private final InternshipState state;
    private final String en;
    private final String zh;

    Hindrance(InternshipState state, String en, String zh) {
        this.state = state;
        this.en = en;
        this.zh = zh;
    }

    /** The state that it leads to. */
    public InternshipState state() {
        return state;
    }

    public String en() {
        return en;
    }

    public String zh() {
        return zh;
    }

    /**
     * What is looked at.
     *
     * @param approvalAsked whether the programme approves each opening first
     * @param over whether its last day to apply has passed
     * @param full whether every seat is bound by an offer that was accepted
     */
    record Facts(
            boolean withdrawn,
            Approval approval,
            boolean approvalAsked,
            CompanyStanding company,
            boolean over,
            boolean full) {}

    /** Why it is not open; null if it is. */
    static @Nullable Hindrance of(Facts facts) {
        if (facts.withdrawn()) {
            return WITHDRAWN;
        }
        if (facts.approval().step() == Approval.Step.REJECTED) {
            return NOT_APPROVED;
        }
        Hindrance ofCompany = ofCompany(facts.company());
        if (ofCompany != null) {
            return ofCompany;
        }
        if (facts.approvalAsked() && facts.approval().step() == Approval.Step.AWAITED) {
            return APPROVAL_AWAITED;
        }
        if (facts.over()) {
            return APPLY_BY_PASSED;
        }
        return facts.full() ? FULL : null;
    }

    private static @Nullable Hindrance ofCompany(CompanyStanding standing) {
        return switch (standing) {
            case NOT_ENTERED -> COMPANY_NOT_ENTERED;
            case NOT_VERIFIED -> COMPANY_NOT_VERIFIED;
            case SUSPENDED -> COMPANY_SUSPENDED;
            case VERIFIED -> null;
        };
    }
}
