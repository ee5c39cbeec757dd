package dev.talentpipeline.internship.internship;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.internship.Screening.Found;
import dev.talentpipeline.internship.internship.Screening.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {

    private final Screening screening = Screening.shipped();

    static Stream<Arguments> forbidden() {
        return Stream.of(
                Arguments.of(Kind.UNIVERSITY_TIER, "学历:985/211毕业", "985/211"),
                Arguments.of(Kind.UNIVERSITY_TIER, "985、211院校优先", "985、211"),
                Arguments.of(Kind.UNIVERSITY_TIER, "９８５高校在读硕士", "９８５高校"),
                Arguments.of(Kind.UNIVERSITY_TIER, "211 优先", "211 优先"),
                Arguments.of(Kind.UNIVERSITY_TIER, "限985,其他勿投", "限985"),
                Arguments.of(Kind.UNIVERSITY_TIER, "From a 985 university.", "985 university"),
                Arguments.of(Kind.UNIVERSITY_TIER, "985 or 211 only", "985 or 211"),
                Arguments.of(Kind.UNIVERSITY_TIER, "Graduates of Project 211 schools", "Project 211"),
                Arguments.of(Kind.UNIVERSITY_TIER, "双一流高校学生", "双一流"),
                Arguments.of(Kind.UNIVERSITY_TIER, "a Double First-Class university", "Double First-Class"),
                Arguments.of(Kind.UNIVERSITY_TIER, "一本及以上学历", "一本及以上学历"),
                Arguments.of(Kind.UNIVERSITY_TIER, "重点大学优先", "重点大学优先"),
                Arguments.of(Kind.UNIVERSITY_TIER, "C9院校", "C9院校"),
                Arguments.of(
                        Kind.UNIVERSITY_TIER, "Top-tier university students preferred", "Top-tier university students"),
                Arguments.of(
                        Kind.UNIVERSITY_TIER, "graduates of elite universities", "graduates of elite universities"),
                Arguments.of(Kind.GENDER, "男生优先", "男生优先"),
                Arguments.of(Kind.GENDER, "条件:女 优先", "女 优先"),
                Arguments.of(Kind.GENDER, "仅限男性", "仅限男性"),
                Arguments.of(Kind.GENDER, "招聘女实习生两名", "招聘女实习生"),
                Arguments.of(Kind.GENDER, "适合男生", "适合男生"),
                Arguments.of(Kind.GENDER, "性别:女", "性别:女"),
                Arguments.of(Kind.GENDER, "Male candidates preferred", "Male candidates preferred"),
                Arguments.of(Kind.GENDER, "We need only female interns", "only female"),
                Arguments.of(Kind.GENDER, "Gender: male", "Gender: male"),
                Arguments.of(Kind.HOUSEHOLD_REGISTRATION, "须具有北京户籍", "须具有北京户籍"),
                Arguments.of(Kind.HOUSEHOLD_REGISTRATION, "本地户口优先", "户口优先"),
                Arguments.of(Kind.HOUSEHOLD_REGISTRATION, "户籍要求:上海", "户籍要求:上"),
                Arguments.of(Kind.HOUSEHOLD_REGISTRATION, "条件：本地户口，责任心强", "本地户口"),
                Arguments.of(Kind.HOUSEHOLD_REGISTRATION, "本地人优先", "本地人优先"),
                Arguments.of(Kind.HOUSEHOLD_REGISTRATION, "Beijing hukou required", "hukou required"),
                Arguments.of(Kind.HOUSEHOLD_REGISTRATION, "Must have a local hukou", "Must have a local hukou"),
                Arguments.of(Kind.HOUSEHOLD_REGISTRATION, "Locals only.", "Locals only"),
                Arguments.of(Kind.AGE, "年龄不超过28", "年龄不超过28"),
                Arguments.of(Kind.AGE, "25岁以下", "25岁以下"),
                Arguments.of(Kind.AGE, "18-25岁", "18-25岁"),
                Arguments.of(Kind.AGE, "95后优先", "95后优先"),
                Arguments.of(Kind.AGE, "Under 25 years old", "Under 25 years old"),
                Arguments.of(Kind.AGE, "Students must be aged under 26", "Students must be aged under"),
                Arguments.of(Kind.AGE, "We look for people who are aged 25-35.", "aged 25-35"),
                Arguments.of(Kind.AGE, "Age: under 25", "Age: under 25"),
                Arguments.of(Kind.MARRIAGE_OR_CHILDREN, "已婚已育优先", "已婚已育"),
                Arguments.of(Kind.MARRIAGE_OR_CHILDREN, "未婚者优先", "未婚者优先"),
                Arguments.of(Kind.MARRIAGE_OR_CHILDREN, "要求未婚", "要求未婚"),
                Arguments.of(Kind.MARRIAGE_OR_CHILDREN, "婚育状况:已育", "婚育状况:已"),
                Arguments.of(Kind.MARRIAGE_OR_CHILDREN, "三年内无生育计划", "三年内无生育计划"),
                Arguments.of(Kind.MARRIAGE_OR_CHILDREN, "Unmarried applicants", "Unmarried applicants"),
                Arguments.of(Kind.MARRIAGE_OR_CHILDREN, "Marital status: single", "Marital status: single"),
                Arguments.of(Kind.MARRIAGE_OR_CHILDREN, "with no plans to have children", "no plans to have children"),
                Arguments.of(Kind.FEE, "入职收取培训费", "收取培训费"),
                Arguments.of(Kind.FEE, "入职前须交押金", "交押金"),
                Arguments.of(Kind.FEE, "需缴纳500元保证金", "缴纳500元保证金"),
                Arguments.of(Kind.FEE, "培训费500元由学生承担", "培训费500元由学生承担"),
                Arguments.of(Kind.FEE, "另有服装费：２００元", "服装费：２００元"),
                Arguments.of(Kind.FEE, "工装费自理", "工装费自理"),
                Arguments.of(Kind.FEE, "体检自费", "体检自费"),
                Arguments.of(Kind.FEE, "收费300元", "收费300元"),
                Arguments.of(Kind.FEE, "A deposit of 1000 yuan is asked.", "deposit of 1000 yuan"),
                Arguments.of(Kind.FEE, "with a training fee of 500 yuan", "training fee of 500 yuan"),
                Arguments.of(Kind.FEE, "A security deposit is required.", "security deposit is required"),
                Arguments.of(Kind.FEE, "The uniform fee must be paid first", "uniform fee must be paid"),
                Arguments.of(Kind.FEE, "Students pay a training fee", "Students pay a training fee"),
                Arguments.of(Kind.FEE, "You must pay the deposit", "must pay the deposit"));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void findsWhatNarrowsWhoMayApply(Kind kind, String text, String term) {
        assertThat(screening.found("title", "Intern " + text)).first().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(kind);
            assertThat(("Intern " + text).substring(found.at() - 1)).startsWith(found.term());
            assertThat(found.term()).isEqualTo(term);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // 985 and 211 as numbers
                "电话 010-62985211",
                "Call +86 985 211 0000",
                "课程 CS211 与 COMP-985",
                "ISO 9850, RFC 2119, port 9852",
                "日均处理 985 万条数据,共 211 名学生参与",
                "地址:学院路211号,乘 985 路到达",
                "津贴需985元起",
                "在一本书里读到,一本以上的教材",
                "We work with universities; project 9851 serves 211 customers.",
                "与重点大学联合实验室合作",
                "Our partner is an elite university in Europe.",
                // men and women as names and subjects
                "海男科技有限公司诚聘算法实习生",
                "女装电商推荐算法",
                "女性健康数据分析",
                "男女不限",
                "性别不限",
                "Join our Women in AI programme.",
                "Text-to-speech with only female voices",
                "了解女性健康领域的数据",
                // registration as help, system or data
                "可协助解决北京户口",
                "系统核对本地户口簿与上海户籍数据",
                "公司可解决户口问题",
                "户籍管理系统研发",
                "需处理户籍数据",
                "户籍不限",
                "Processing household registration data",
                "Runs on the local network only",
                // ages of others
                "预测用户年龄在25岁上下的需求",
                "面向16岁以下儿童的编程产品",
                "服务60岁以上老人",
                "年龄不限",
                "Latency below 50 ms, under 30 seconds",
                "age estimation models, patients aged 60",
                "data of patients aged 25-35, a model for ages 10 to 18 users",
                "95后用户占比",
                // marriage as data
                "婚姻登记数据,未婚人口统计",
                "婚育不限",
                "single candidate model, married filing data",
                // money that is paid for them, or not asked, and money as the subject of the work
                "报销培训费",
                "报销培训费500元",
                "补贴服装费 300 元",
                "免押金",
                "无需缴纳任何押金",
                "不收取培训费、服装费等费用",
                "严禁向实习生收取保证金",
                "培训费由公司承担",
                "开发保证金管理系统,优化缴纳押金的流程",
                "用户交押金后解锁单车",
                "期货保证金数据分析",
                "deposit insurance data",
                "no fee",
                "熟悉期货交易保证金、强平等规则",
                "了解证券交易保证金的计算",
                "负责门店交接押金与钥匙",
                "协助收取租客押金并登记",
                "协助招生老师收取学员报名费",
                "协助学员缴纳报名费并开具收据",
                "为来访者收取体检费用并开票",
                "整理投标单位缴纳的投标保证金",
                "跟进供应商缴纳履约保证金",
                "体检费先由个人支付,入职后全额报销",
                "课程收费200元/人的活动策划",
                "福利:北京户口、五险一金",
                "time deposit of RMB 10,000",
                "Deposit: 5,000 USD accounts",
                "Security deposits are required by law",
                "Consumers aged 18-35, women aged 20 to 30, respondents aged 18 to 24",
                "No training fee is charged; you pay no deposit.",
                "The company will pay the training fee.",
                "We cover the registration fee of 200 yuan.",
                "Predicts whether a customer deposit is required",
                "Students study how users pay fees",
                "stipend of 3000 yuan, transaction fee of 2 yuan in the sandbox"
            })
    void letsTheSameWordsPassWhereTheyNarrowNothing(String text) {
        assertThat(screening.found("description", text)).isEmpty();
    }

    @Test
    void tellsEveryTermWithItsPlaceInTheOrderOfTheText() {
        assertThat(screening.found("description", "Mentor.\n985高校,男生优先,35岁以下"))
                .containsExactly(
                        new Found("description", Kind.UNIVERSITY_TIER, "985高校", 9),
                        new Found("description", Kind.GENDER, "男生优先", 15),
                        new Found("description", Kind.AGE, "35岁以下", 20));
        assertThat(screening.found("description", null)).isEmpty();
        assertThat(screening.found("description", "女生优先,押金200元"))
                .containsExactly(
                        new Found("description", Kind.GENDER, "女生优先", 1),
                        new Found("description", Kind.FEE, "押金200元", 6));
    }

    @Test
    void everyPatternHasAnExampleThatItFinds() throws IOException {
        List<String> examples = forbidden()
                .map(example -> Objects.requireNonNull((String) example.get()[1])
                        .replace("９８５", "985")
                        .replace("：２００", ":200"))
                .toList();
        try (InputStream resource = Screening.class.getResourceAsStream("/screening/forbidden-terms.txt")) {
            String terms = new String(Objects.requireNonNull(resource).readAllBytes(), UTF_8);
            assertThat(terms.lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
                    .hasSizeGreaterThan(30)
                    .allSatisfy(line -> {
                        Pattern pattern = Pattern.compile(
                                line.split("\\s+", 2)[1],
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
                        assertThat(examples)
                                .as(line)
                                .anyMatch(example ->
                                        pattern.matcher("Intern " + example).find());
                    });
        }
    }
}
