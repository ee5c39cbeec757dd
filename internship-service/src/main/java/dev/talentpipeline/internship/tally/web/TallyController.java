package dev.talentpipeline.internship.tally.web;

import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.internship.tally.CountingReasons;
import dev.talentpipeline.internship.tally.CountingReasons.Counted;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Programmes")
class TallyController {

    private final CountingReasons counting;

    TallyController(CountingReasons counting) {
        this.counting = counting;
    }

    /** A reason, with its words, and how often it was given. */
    record CountAnswer(Act act, String code, String en, String zh, long count) {
        static CountAnswer of(Counted counted) {
            return new CountAnswer(
                    counted.reason().act(),
                    counted.reason().code(),
                    counted.reason().en(),
                    counted.reason().zh(),
                    counted.count());
        }
    }

    @GetMapping("/api/v1/programmes/{programme}/reasons")
    @Operation(
            operationId = "countReasons",
            summary =
                    "Count the reasons given, by act and code (who runs the programme: all; a university or company: what concerns it)")
    Listing<CountAnswer> reasons(@Parameter(hidden = true) Caller caller, @PathVariable String programme) {
        return new Listing<>(
                counting.count(caller, programme).stream().map(CountAnswer::of).toList(), null);
    }
}
