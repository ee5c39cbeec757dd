package dev.talentpipeline.internship.outcome;

/**
 * What is measured, with the definition that is printed wherever its figures are. Placement rate: the Ministry of Education's 毕业去向落实率. Knowledge
 * and career outcomes rate: National Association of Colleges and Employers, First-Destination Survey Standards and Protocols, summary
 * calculations.
 */
public enum Measure {
    PLACEMENT_RATE(
            Unit.RATIO,
            "毕业去向落实率",
            "Placement rate",
            "(就业人数 + 升学人数)÷ 毕业生总数。就业含协议和合同就业、灵活就业、自主创业、应征入伍和基层项目;升学含境内升学和出国、出境。毕业生总数为名册上所选范围内的全部毕业生。实习不计入。",
            "(employed + in further study) / graduates on the roll. Employed includes own business, flexible employment, military service and grassroots"
                    + " projects; further study is in the country or abroad. An internship does not count."),
    CAREER_OUTCOMES_RATE(
            Unit.RATIO,
            "职业结果率（NACE）",
            "Career outcomes rate (NACE)",
            "(就业 + 服务项目与服役 + 升学)÷(去向已知的毕业生 − 不求职也不求学者)。",
            "(employed + in service or military + in continuing education) / (graduates whose outcome is known, less those who are not seeking)."),
    KNOWLEDGE_RATE(
            Unit.RATIO,
            "去向知晓率（NACE）",
            "Knowledge rate (NACE)",
            "去向已知的毕业生(就业、服务项目与服役、升学、仍在寻找、不在寻找)÷ 毕业生总数。",
            "graduates whose outcome is known (employed, in service or military, in continuing education, still seeking, not seeking) / graduates."),
    VERIFIED_SHARE(
            Unit.RATIO,
            "已核验比例",
            "Verified share",
            "佐证材料经高校核验或由三方签署就业协议的毕业去向 ÷ 去向已知的毕业生。",
            "graduates whose destination's evidence the university has verified, or that three signatures agree on / graduates whose outcome is known."),
    UNDATED_SHARE(
            Unit.RATIO,
            "未填毕业日期的毕业生",
            "Graduates without a day of graduation",
            "名册上未填毕业日期、因而不计入所选毕业日期范围的毕业生 ÷ 不限毕业日期的毕业生总数。",
            "graduates whose day of graduation is not on the roll, and who therefore are in no period / graduates of all periods."),
    SHARE(
            Unit.RATIO,
            "占比",
            "Share",
            "去向属于本组的毕业生 ÷ 去向已知的毕业生。",
            "graduates whose destination is in this group / graduates whose outcome is known."),
    CONVERSION_RATE(
            Unit.RATIO,
            "实习转正率",
            "Conversion of interns to jobs",
            "接受了实习企业工作录用的实习生 ÷ 已开始实习的实习生(中途放弃者不计)。",
            "interns who accepted a job that their placement's company offered / interns whose placement has begun and was not given up."),
    TOPIC_MATCH_RATE(
            Unit.RATIO,
            "工作与研究方向相符率",
            "Jobs that match the research topic",
            "与学生研究方向相符的已接受工作 ÷ 实习生已接受的工作。",
            "accepted jobs of interns that go on from the student's research topic / accepted jobs of interns."),
    TIME_TO_OFFER(
            Unit.DAYS,
            "录用用时(中位数)",
            "Time to offer (median)",
            "从实习开始到企业提供工作录用的天数的中位数;分母为收到录用的实习生人数。",
            "median days from the start of the placement to its job offer; the denominator is the interns who were offered one.");

    /** What a figure is in. */
    public enum Unit {
        RATIO,
        DAYS
    }

    private final Unit unit;
    private final String zh;
    private final String en;
    private final String definitionZh;
    private final String definitionEn;

    Measure(Unit unit, String zh, String en, String definitionZh, String definitionEn) {
        this.unit = unit;
        this.zh = zh;
        this.en = en;
        this.definitionZh = definitionZh;
        this.definitionEn = definitionEn;
    }

    public Unit unit() {
        return unit;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public String definitionZh() {
        return definitionZh;
    }

    public String definitionEn() {
        return definitionEn;
    }
}
