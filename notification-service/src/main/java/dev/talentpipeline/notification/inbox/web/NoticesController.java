package dev.talentpipeline.notification.inbox.web;

import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.notification.contact.Addressee;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.inbox.InboxPages.Position;
import dev.talentpipeline.notification.inbox.InboxPages.Selection;
import dev.talentpipeline.notification.inbox.ReadingInbox;
import dev.talentpipeline.notification.inbox.ReadingInbox.SeenNotice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox. People read their own, accounts of an organisation its desk's; operations reads everybody's, by ids and without names. */
@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "Notices", description = "What people were told, and how far it got.")
final class NoticesController {

    private static final int MOST = 200;

    private final ReadingInbox inbox;
    private final TransactionOperations transaction;

    NoticesController(ReadingInbox inbox, TransactionOperations transaction) {
        this.inbox = inbox;
        this.transaction = transaction;
    }

    /** How many notices the caller has not read. */
    @Schema(name = "UnreadNotices")
    record UnreadAnswer(int unread) {}

    /** Until when all is read. */
    record ReadBody(
            @Described(as = Instant.class, required = true) @Nullable String until) {}

    @GetMapping
    @Operation(
            operationId = "listNotices",
            summary = "Lists notices, newest first",
            description =
                    "People get their own, accounts of an organisation its desk's; operations gets everybody's or one person's.")
    NoticePage list(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "Only for operations: whose notices.") @RequestParam(required = false) @Nullable String person,
            @Parameter(description = "Only those that were not read.") @RequestParam(defaultValue = "false")
                    boolean unread,
            @Parameter(description = "The \"next\" of the page before.") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "How many at most, 1 to 200.") @RequestParam(defaultValue = "50") int limit,
            @Parameter(description = "In which language, zh or en; the person's own if not given.")
                    @RequestParam(required = false)
                    @Nullable String language) {
        requireInRange(limit);
        Language asked = language(language);
        Selection selection = selection(caller, person, unread);
        if (selection == null) {
            return new NoticePage(List.of(), null);
        }
        Position after = cursor == null ? null : Cursor.parse(cursor);
        // One more than asked for tells whether there is a next page.
        List<SeenNotice> seen = inbox.page(selection, after, limit + 1, asked);
        List<SeenNotice> page = seen.subList(0, Math.min(limit, seen.size()));
        return new NoticePage(
                page.stream().map(NoticePage.Item::of).toList(),
                seen.size() > limit ? cursorAfter(page.getLast()) : null);
    }

    @GetMapping("/unread")
    @Operation(operationId = "countUnreadNotices", summary = "Count the notices that you have not read")
    UnreadAnswer unread(@Parameter(hidden = true) Caller caller) {
        String own = Addressee.of(caller);
        return new UnreadAnswer(own == null ? 0 : inbox.unread(own));
    }

    @PostMapping("/{notice}/read")
    @Operation(operationId = "readNotice", summary = "Note that you have read a notice")
    UnreadAnswer read(@Parameter(hidden = true) Caller caller, @PathVariable String notice) {
        String own = Addressee.of(caller);
        UUID id = id(notice);
        boolean there =
                own != null && id != null && Boolean.TRUE.equals(transaction.execute(status -> inbox.read(own, id)));
        if (!there) {
            throw Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no notice (%s) here.".formatted(notice))
                    .asException();
        }
        return unread(caller);
    }

    @PostMapping("/read")
    @Operation(
            operationId = "readNotices",
            summary = "Note that you have read all notices until then",
            description = "What came later stays unread: give the createdAt of the newest that was seen.")
    UnreadAnswer readAll(@Parameter(hidden = true) Caller caller, @RequestBody ReadBody body) {
        Instant until = instant(body.until());
        String own = Addressee.of(caller);
        if (own != null) {
            transaction.executeWithoutResult(status -> inbox.readAll(own, until));
        }
        return unread(caller);
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            // It names no notice, as an unknown id does.
            return null;
        }
    }

    private static Instant instant(@Nullable String text) {
        try {
            if (text != null) {
                return Instant.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw (ProblemException) noInstant(text).initCause(e);
        }
        throw noInstant(null);
    }

    private static ProblemException noInstant(@Nullable String value) {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-fields", "Some fields are not what they must be (1).")
                .field("until")
                .value(value)
                .remedy("Give an instant such as 2027-03-08T03:10:05Z.")
                .asException();
    }

    private static @Nullable Selection selection(Caller caller, @Nullable String person, boolean unread) {
        if (caller.is(Role.OPERATIONS)) {
            return new Selection(person, true, unread);
        }
        String own = Addressee.of(caller);
        if (person != null && !person.equals(own)) {
            throw Problem.of(HttpStatus.FORBIDDEN, "forbidden", "Only operations may ask for another person's notices.")
                    .field("person")
                    .remedy("Leave out person to get your own notices.")
                    .asException();
        }
        return own == null ? null : new Selection(own, false, unread);
    }

    private static @Nullable Language language(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return Arrays.stream(Language.values())
                .filter(language -> language.name().equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                HttpStatus.BAD_REQUEST,
                                "malformed-parameter",
                                "Notices are written in zh and en, and not in %s.".formatted(code))
                        .field("language")
                        .value(code)
                        .remedy("Give zh or en, or leave it out.")
                        .asException());
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
