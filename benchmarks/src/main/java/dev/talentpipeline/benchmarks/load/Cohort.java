package dev.talentpipeline.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A made-up cohort, as a file and as requests. */
public record Cohort(String prefix) {

    private static final String HEADER = "学号,姓名,邮箱,手机号,学历,专业,毕业日期,技能,意向职业,研究方向,意向地区,可实习开始日期,可实习结束日期,每周天数,同意匹配\n";

    private static final List<String> MAJORS = List.of("计算机科学", "软件工程", "统计学", "自动化", "信息管理");
    private static final List<String> SKILLS =
            List.of("Python:4; 机器学习:3", "PyTorch:3; 深度学习", "Python:2", "机器学习:5; PyTorch:4");
    private static final List<String> REGIONS = List.of("北京", "上海", "广东; 浙江", "四川");

    public String number(int i) {
        return "%s%06d".formatted(prefix, i);
    }

    /** The first rows as a CSV in UTF-8; every so-manyth of them has a date that is none. */
    public byte[] csv(int rows, int badEvery) {
        StringBuilder csv = new StringBuilder(rows * 180).append(HEADER);
        IntStream.range(0, rows).forEach(i -> csv.append(row(i, badEvery > 0 && i % badEvery == 0)));
        return csv.toString().getBytes(UTF_8);
    }

    private String row(int i, boolean bad) {
        return "%s,学生%d,%s@students.example.org,138%08d,%s,%s,2027-06-30,%s,ai-engineer,课题%d,%s,%s,2027-12-31,%d,是%n"
                .formatted(
                        number(i),
                        i,
                        number(i),
                        i,
                        i % 3 == 0 ? "硕士" : "本科",
                        MAJORS.get(i % MAJORS.size()),
                        SKILLS.get(i % SKILLS.size()),
                        i % 1_000,
                        REGIONS.get(i % REGIONS.size()),
                        bad ? "2027-02-30" : "2027-03-01",
                        3 + i % 3);
    }

    public Map<String, Object> body(int i) {
        return Map.ofEntries(
                Map.entry("name", "学生" + i),
                Map.entry("email", number(i) + "@students.example.org"),
                Map.entry("phone", "138%08d".formatted(i)),
                Map.entry("degree", i % 3 == 0 ? "MASTER" : "BACHELOR"),
                Map.entry("major", MAJORS.get(i % MAJORS.size())),
                Map.entry("graduatesOn", "2027-06-30"),
                Map.entry(
                        "skills",
                        List.of(Map.of("id", "python", "level", 4), Map.of("id", "machine-learning", "level", 3))),
                Map.entry("occupations", List.of("ai-engineer")),
                Map.entry("researchTopics", List.of("课题" + i % 1_000)),
                Map.entry("regions", List.of("CN-BJ")),
                Map.entry("availableFrom", "2027-03-01"),
                Map.entry("availableUntil", "2027-12-31"),
                Map.entry("daysPerWeek", 3 + i % 3),
                Map.entry("consent", true));
    }
}
