package dev.talentpipeline.matching.explanation.web;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.matching.clearing.Report;
import dev.talentpipeline.matching.explanation.Explanations;
import dev.talentpipeline.matching.explanation.PublishedMarket;
import dev.talentpipeline.matching.explanation.PublishedMarkets;
import dev.talentpipeline.matching.explanation.StillReadingException;
import dev.talentpipeline.matching.explanation.web.AdviceAnswers.DraftCostsAnswer;
import dev.talentpipeline.matching.explanation.web.AdviceAnswers.RequirementCostsAnswer;
import dev.talentpipeline.matching.explanation.web.AdviceAnswers.SkillGainAnswer;
import dev.talentpipeline.matching.explanation.web.AdviceAnswers.UnmatchedAnswer;
import dev.talentpipeline.matching.explanation.web.Answers.CandidateAnswer;
import dev.talentpipeline.matching.explanation.web.Answers.Choice;
import dev.talentpipeline.matching.explanation.web.Answers.CutoffAnswer;
import dev.talentpipeline.matching.explanation.web.Answers.LatestAnswer;
import dev.talentpipeline.matching.explanation.web.Answers.ReportAnswer;
import dev.talentpipeline.matching.market.Degree;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Student;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Rankings, candidates, advice and clearings of a programme. */
@RestController
@RequestMapping("/api/v1/programmes/{programme}")
final class ExplanationController {

    private static final String RETRY_AFTER_SECONDS = "1";

    private final PublishedMarkets markets;

    ExplanationController(PublishedMarkets markets) {
        this.markets = markets;
    }

    /** The openings of a student in order, with reasons; or how one internship stands, even where it may not be had. */
    @GetMapping("/students/{student}/ranking")
    @Operation(
            operationId = "rankInternships",
            summary =
                    "Read the openings of a student in order, with reasons; or how one internship stands (the student; their university, operations)",
            tags = "Explanations")
    Answers.Page<Choice> ranking(
            @PathVariable String programme,
            @PathVariable String student,
            @RequestParam(required = false) @Nullable String internship,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller,
            HttpServletResponse response) {
        Explanations explanations = explanations(programme, response);
        Student asking = student(explanations, student, caller);
        if (internship != null) {
            Internship asked = explanations
                    .internship(internship)
                    .filter(found -> found.isSeen() || Visible.internship(caller, found))
                    .orElseThrow(() -> Visible.none("internship", internship));
            return new Answers.Page<>(List.of(Choice.of(explanations.standingWith(asking, asked))), null);
        }
        Paging paging = Paging.of(cursor, limit);
        return paging.page(explanations.ranking(asking, paging.skip(), paging.probe()), Choice::of);
    }

    /** The one skill, and the level to reach, that would open the most further seats to a student; best first. */
    @GetMapping("/students/{student}/skill-gains")
    @Operation(
            operationId = "listSkillGains",
            summary =
                    "Read which skill would open the most further seats to a student, best first (the student; their university, operations)",
            tags = "Explanations")
    Answers.Page<SkillGainAnswer> skillGains(
            @PathVariable String programme,
            @PathVariable String student,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller,
            HttpServletResponse response) {
        Explanations explanations = explanations(programme, response);
        Student asking = student(explanations, student, caller);
        Paging paging = Paging.of(cursor, limit);
        return paging.page(explanations.skillGains(asking, paging.skip(), paging.probe()), SkillGainAnswer::of);
    }

    /** The students of an internship in order, with reasons. */
    @GetMapping("/internships/{internship}/candidates")
    @Operation(
            operationId = "rankStudents",
            summary = "Read the students of an internship in order, with reasons (its company, operations)",
            tags = "Explanations")
    Answers.Page<CandidateAnswer> candidates(
            @PathVariable String programme,
            @PathVariable String internship,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller,
            HttpServletResponse response) {
        Explanations explanations = explanations(programme, response);
        Internship asking = internship(explanations, internship, caller);
        Paging paging = Paging.of(cursor, limit);
        return paging.page(explanations.candidates(asking, paging.skip(), paging.probe()), CandidateAnswer::of);
    }

    /** What each requirement of an internship costs it in students; numbers, never who. */
    @GetMapping("/internships/{internship}/requirement-costs")
    @Operation(
            operationId = "getRequirementCosts",
            summary = "Read what each requirement of an internship costs it in students (its company, operations)",
            tags = "Explanations")
    RequirementCostsAnswer requirementCosts(
            @PathVariable String programme,
            @PathVariable String internship,
            Caller caller,
            HttpServletResponse response) {
        Explanations explanations = explanations(programme, response);
        Internship asking = internship(explanations, internship, caller);
        return RequirementCostsAnswer.of(asking.id(), explanations.requirementCosts(asking));
    }

    /** The same of an opening that is not posted yet, whose requirements are the parameters; lists are left aside. */
    @GetMapping("/requirement-costs")
    @Operation(
            operationId = "getRequirementCostsOfDraft",
            summary =
                    "Read what each requirement of an opening that is not posted would cost it in students (a company)",
            tags = "Explanations")
    DraftCostsAnswer requirementCostsOfDraft(
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable Boolean remote,
            @RequestParam(required = false) @Nullable LocalDate startsOn,
            @RequestParam(required = false) @Nullable Integer weeks,
            @RequestParam(required = false) @Nullable Integer daysPerWeek,
            @RequestParam(required = false) @Nullable Integer stipend,
            @RequestParam(required = false) @Nullable Degree minimumDegree,
            @RequestParam(required = false) @Nullable List<String> majors,
            @RequestParam(required = false) @Nullable List<String> requiredSkills,
            Caller caller,
            HttpServletResponse response) {
        PublishedMarket market = visible(programme, caller, response);
        String company = caller.org();
        if (company == null || !caller.is(Role.COMPANY)) {
            throw Visible.none("programme", programme);
        }
        Internship draft = new DraftOpening(
                        region, remote, startsOn, weeks, daysPerWeek, stipend, minimumDegree, majors, requiredSkills)
                .of(company);
        return DraftCostsAnswer.of(new Explanations(market).requirementCostsOfDraft(draft));
    }

    /** Why students of a university have no seat: how many, by what keeps them from one. */
    @GetMapping("/unmatched")
    @Operation(
            operationId = "getUnmatched",
            summary =
                    "Count the students of a university who look for a seat and have none, by what keeps them from one (the university; operations with its id)",
            tags = "Explanations")
    UnmatchedAnswer unmatched(
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String university,
            Caller caller,
            HttpServletResponse response) {
        PublishedMarket market = visible(programme, caller, response);
        String asked = university == null ? caller.org() : university;
        if (asked == null || !(caller.is(Role.OPERATIONS) || caller.is(Role.UNIVERSITY, asked))) {
            throw Visible.none("university", String.valueOf(asked));
        }
        return UnmatchedAnswer.of(asked, new Explanations(market).unmatched(asked));
    }

    /** The last clearings, newest first. */
    @GetMapping("/clearings")
    @Operation(
            operationId = "listClearings",
            summary = "List the last clearings, the newest first (who takes part)",
            tags = "Clearings")
    Answers.Page<ReportAnswer> clearings(
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller,
            HttpServletResponse response) {
        Paging paging = Paging.of(cursor, limit);
        List<Report> reports = visible(programme, caller, response).reports();
        int from = Math.min(paging.skip(), reports.size());
        int to = Math.min(from + paging.probe(), reports.size());
        return paging.page(reports.subList(from, to), ReportAnswer::of);
    }

    /** The last clearing, and the cutoffs as they stand. */
    @GetMapping("/clearings/latest")
    @Operation(
            operationId = "getLatestClearing",
            summary = "Read the last clearing, and the cutoffs as they stand (who takes part)",
            tags = "Clearings")
    LatestAnswer latest(@PathVariable String programme, Caller caller, HttpServletResponse response) {
        PublishedMarket market = visible(programme, caller, response);
        Report report = market.reports().stream().findFirst().orElseThrow(() -> Visible.none("clearing", "latest"));
        return new LatestAnswer(
                ReportAnswer.of(report),
                market.cutoffs().stream().map(CutoffAnswer::of).toList());
    }

    private static Student student(Explanations explanations, String id, Caller caller) {
        return explanations
                .student(id)
                .filter(found -> Visible.student(caller, found))
                .orElseThrow(() -> Visible.none("student", id));
    }

    private static Internship internship(Explanations explanations, String id, Caller caller) {
        return explanations
                .internship(id)
                .filter(found -> Visible.internship(caller, found))
                .orElseThrow(() -> Visible.none("internship", id));
    }

    private PublishedMarket visible(String programme, Caller caller, HttpServletResponse response) {
        PublishedMarket market = market(programme, response);
        if (!Visible.programme(caller, market.market().programme())) {
            throw Visible.none("programme", programme);
        }
        return market;
    }

    private Explanations explanations(String programme, HttpServletResponse response) {
        return once(Explanations.class, () -> new Explanations(market(programme, response)));
    }

    private PublishedMarket market(String programme, HttpServletResponse response) {
        return once(PublishedMarket.class, () -> published(programme, response));
    }

    /** The same throughout a request: the parts of a list that is had as a file are of one moment, since places shift from one to the next. */
    private static <T> T once(Class<T> type, Supplier<T> first) {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        Object before = request.getAttribute(type.getName(), RequestAttributes.SCOPE_REQUEST);
        if (before != null) {
            return type.cast(before);
        }
        T now = first.get();
        request.setAttribute(type.getName(), now, RequestAttributes.SCOPE_REQUEST);
        return now;
    }

    private PublishedMarket published(String programme, HttpServletResponse response) {
        try {
            return markets.find(programme).orElseThrow(() -> Visible.none("programme", programme));
        } catch (StillReadingException e) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            throw Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "temporarily-unavailable",
                            "The market is being restored and cannot be asked yet.")
                    .remedy("Send the request again in a moment.")
                    .asException();
        }
    }
}
