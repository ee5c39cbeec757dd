package dev.talentpipeline.acceptance.browser;

import static dev.talentpipeline.acceptance.Season.expect;
import static dev.talentpipeline.stack.demo.DemoOrganisations.LINJIANG_TECH;

import dev.talentpipeline.stack.client.PipelineSession;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Last year's graduates, who are on the roll with where they went.
 *
 * @param numbers a student number of this season of a short one
 */
record LastYear(PipelineSession university, UnaryOperator<String> numbers) {

    private static final List<String> NAMES = List.of("陆思远", "许知夏", "程一诺", "韩星野", "唐书瑶", "方景行", "沈若初", "顾清和");

    /** The student number of one of them. */
    String number(int at) {
        return numbers.apply("800" + at);
    }

    void wentOn() {
        Parallel.each(NAMES, name -> {
            int at = NAMES.indexOf(name);
            String entry = "/api/v1/organisations/" + LINJIANG_TECH.id() + "/roll/" + number(at);
            expect(university.put(
                    entry,
                    Map.of(
                            "name",
                            name,
                            "school",
                            at % 2 == 0 ? "informatics" : "electronics",
                            "major",
                            at % 2 == 0 ? "人工智能" : "集成电路设计与集成系统",
                            "degree",
                            "MASTER",
                            "graduatesOn",
                            "2026-06-30")));
            return at % 4 == 3
                    ? expect(university.post(
                            entry + "/destinations",
                            Map.of(
                                    "kind",
                                    "70",
                                    "since",
                                    ShownSeason.TODAY.minusMonths(2).toString())))
                    : expect(university.post(
                            entry + "/destinations",
                            Map.of(
                                    "kind", "11",
                                    "since", ShownSeason.TODAY.minusMonths(3).toString(),
                                    "organisation", "谷岚智能",
                                    "region", "CN-BJ",
                                    "occupation", "ai-engineer",
                                    "title", "算法工程师",
                                    "evidence", Map.of("kind", "LABOUR_CONTRACT", "document", "C-2026-08" + at))));
        });
    }
}
