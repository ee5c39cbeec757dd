package dev.talentpipeline.notification.webhook.http;

import java.util.Map;

/** What happens, in the words of the Chinese pages. */
final class ChineseWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("awaiting_approval", "待企业审批"),
            Map.entry("vetoed", "企业已否决"),
            Map.entry("lapsed", "逾期失效"),
            Map.entry("extended", "已发出"),
            Map.entry("kept", "已保留"),
            Map.entry("declined", "学生已婉拒"),
            Map.entry("expired", "逾期未答复，已过期"),
            Map.entry("replaced", "已被替换"),
            Map.entry("rescinded", "已撤回"),
            Map.entry("accepted", "学生已接受"),
            Map.entry("refused", "学校审核未通过"),
            Map.entry("confirmed", "已确认"),
            Map.entry("released", "已解除"),
            Map.entry("awaiting_signatures", "待签署协议"),
            Map.entry("agreed", "协议已签署"),
            Map.entry("started", "实习已开始"),
            Map.entry("completed", "实习已完成"),
            Map.entry("ended", "实习已提前中止"),
            Map.entry("step_to_confirm", "有实习步骤待确认"),
            Map.entry("job_offered", "已发出就业录用"),
            Map.entry("job_accepted", "学生已接受就业录用"),
            Map.entry("invited", "企业已邀请学生"),
            Map.entry("met", "已通过分享码认识"),
            Map.entry("withdrawn", "已撤回"),
            Map.entry("meeting.ended", "面谈已结束"),
            Map.entry("interview_proposed", "有面试时间待确认"),
            Map.entry("interview_moved", "面试改期，待确认"),
            Map.entry("interview_confirmed", "面试时间已确认"),
            Map.entry("interview_cancelled", "面试已取消"),
            Map.entry("to_approve", "待审核"),
            Map.entry("approved", "已通过审核"),
            Map.entry("rejected", "未通过审核"),
            Map.entry("import.committed", "已导入"),
            Map.entry("import.refused", "无法读取"),
            Map.entry("import.expired", "已过期"),
            Map.entry("import.not_entered", "未能导入"),
            Map.entry("import.bad_rows", "有错误行"));

    private ChineseWords() {}

    /**
     * A word that is not here yet stands as it is.
     *
     * @param type such as {@code offer.extended}; what it is of counts only where the same word means something else
     */
    static String of(String type) {
        String what = type.substring(type.indexOf('.') + 1);
        return WORDS.getOrDefault(type, WORDS.getOrDefault(what, what));
    }
}
