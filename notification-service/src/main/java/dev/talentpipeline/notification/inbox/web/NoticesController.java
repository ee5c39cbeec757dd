package dev.talentpipeline.notification.inbox.web;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.notification.inbox.InboxPages.Position;
import dev.talentpipeline.notification.inbox.InboxPages.Selection;
import dev.talentpipeline.notification.inbox.ReadingInbox;
import dev.talentpipeline.notification.inbox.ReadingInbox.SeenNotice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The inbox. People read their own; operations reads everybody's, by ids and without names. A caller who is no person, such
 * as a university's system, has an empty one.
 */
@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "Notices", description = "What people were told, and how far it got.")
final class NoticesController {

    private static final int MOST = 200;

    private final ReadingInbox inbox;

    NoticesController(ReadingInbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping
    @Operation(
            operationId = "listNotices",
            summary = "Lists notices, newest first",
            description = "People get their own; operations gets everybody's or one person's.")
    NoticePage list(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "Only for operations: whose notices.") @RequestParam(required = false) @Nullable String person,
            @Parameter(description = "The \"next\" of the page before.") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "How many at most, 1 to 200.") @RequestParam(defaultValue = "50") int limit) {
        requireInRange(limit);
        Selection selection = selection(caller, person);
        if (selection == null) {
            return new NoticePage(List.of(), null);
        }
        Position after = cursor == null ? null : Cursor.parse(cursor);
        // One more than asked for tells whether there is a next page.
        List<SeenNotice> seen = inbox.page(selection, after, limit + 1);
        List<SeenNotice> page = seen.subList(0, Math.min(limit, seen.size()));
        return new NoticePage(
                page.stream().map(NoticePage.Item::of).toList(),
                seen.size() > limit ? cursorAfter(page.getLast()) : null);
    }

    private static @Nullable Selection selection(Caller caller, @Nullable String person) {
        if (caller.is(Role.OPERATIONS)) {
            return new Selection(person, true);
        }
        if (person != null && !person.equals(caller.person())) {
            throw Problem.of(HttpStatus.FORBIDDEN, "forbidden", "Only operations may ask for another person's notices.")
                    .field("person")
                    .remedy("Leave out person to get your own notices.")
                    .asException();
        }
        return caller.person() == null ? null : new Selection(caller.person(), false);
    }

    private static void requireInRange(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "malformed-parameter",
                            "A page has 1 to %d notices.".formatted(MOST))
                    .field("limit")
                    .value(limit)
                    .remedy("Ask for fewer and follow \"next\".")
                    .asException();
        }
    }

    private static String cursorAfter(SeenNotice last) {
        return Cursor.of(new Position(last.notice().createdAt(), last.notice().id()));
    }
}
