package dev.talentpipeline.internship.programme;

import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One market.
 *
 * @param id slug without a slash; also the partition key of everything in the programme
 * @param rulesVersion the version that brought the rules; a change of state leaves it as it is
 * @param owner the organisation that set it up
 * @param seed of the lottery that breaks ties; never changes
 * @param archivedAt since when it is kept for the record only; null: it is not
 */
public record Programme(
        String id,
        long version,
        long rulesVersion,
        String owner,
        ProgrammeState state,
        ProgrammeRules rules,
        String seed,
        @Nullable Instant archivedAt,
        Instant changedAt) {

    public boolean admitsUniversity(String org) {
        return admits(rules.universities(), org);
    }

    public boolean admitsCompany(String org) {
        return admits(rules.companies(), org);
    }

    private static boolean admits(List<String> members, String org) {
        return members.isEmpty() || members.contains(org);
    }

    /** Whether it is the joint programme of one university and one company. */
    public boolean isJoint() {
        return rules.universities().size() == 1 && rules.companies().size() == 1;
    }

    /** Whether the caller set it up or oversees it. */
    public boolean isRunBy(Caller caller) {
        return caller.is(Role.OPERATIONS) || (!caller.is(Role.STUDENT) && owner.equals(caller.org()));
    }

    /** Whether the caller decides which openings are seen, in a programme that asks for it. */
    public boolean approvesOpenings(Caller caller) {
        String org = caller.org();
        return switch (rules.openingApproval()) {
            case NONE -> false;
            case UNIVERSITY ->
                caller.is(Role.OPERATIONS) || (caller.is(Role.UNIVERSITY) && org != null && admitsUniversity(org));
            case OWNER -> isRunBy(caller);
        };
    }

    /**
     * The organisations of which one approves each opening, if anybody does. Where any university may, because all of them are members, it is its owner who is
     * named.
     */
    public List<String> approversOfOpenings() {
        return switch (rules.openingApproval()) {
            case NONE -> List.of();
            case UNIVERSITY -> rules.universities().isEmpty() ? List.of(owner) : rules.universities();
            case OWNER -> List.of(owner);
        };
    }

    /** Whether the caller may know of it: those who run it, and, once it is no draft any more, its members. */
    public boolean isVisibleTo(Caller caller) {
        String org = caller.org();
        if (isRunBy(caller)) {
            return true;
        }
        return state != ProgrammeState.DRAFT
                && org != null
                && (((caller.is(Role.UNIVERSITY) || caller.is(Role.STUDENT)) && admitsUniversity(org))
                        || (caller.is(Role.COMPANY) && admitsCompany(org)));
    }

    /** What the caller could do with it now; who speaks for one school changes no programme. */
    public List<ProgrammeAct> possible(Caller caller) {
        return isRunBy(caller) && caller.school() == null
                ? Arrays.stream(ProgrammeAct.values()).filter(this::allows).toList()
                : List.of();
    }

    private boolean allows(ProgrammeAct act) {
        return switch (act) {
            case RUNNING -> mayBecome(ProgrammeState.RUNNING);
            case HELD -> mayBecome(ProgrammeState.HELD);
            case PAUSED -> mayBecome(ProgrammeState.PAUSED);
            case CLOSED -> mayBecome(ProgrammeState.CLOSED);
            case CHANGE -> !isClosed();
            case COPY, RECALL -> true;
            case ARCHIVE -> isClosed() && archivedAt == null;
        };
    }

    /** Whether it can be put into another state; what has begun is no draft any more, and what is closed stays so. */
    boolean mayBecome(ProgrammeState next) {
        return next != state && next != ProgrammeState.DRAFT && !isClosed();
    }

    /** Whether it still takes what is posted into it. */
    public boolean isOpen(Instant now) {
        return !isClosed() && !isOver(now);
    }

    /** Whether its last instant has passed. */
    boolean isOver(Instant now) {
        Instant closesAt = rules.closesAt();
        return closesAt != null && !now.isBefore(closesAt);
    }

    boolean isClosed() {
        return state == ProgrammeState.CLOSED;
    }

    /** SHA-256 of the seed in hexadecimal: lets anybody check afterwards that the seed was not chosen late. */
    public String seedHash() {
        return HexFormat.of().formatHex(sha256(seed));
    }

    /** The student's number in the lottery that breaks ties: unsigned, the lower wins. */
    public long lotteryNumber(UUID student) {
        return ByteBuffer.wrap(sha256(seed + "/" + student)).getLong();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }

    /** This programme under other rules, one version on. */
    Programme ruledBy(ProgrammeRules changed, Instant now) {
        return new Programme(id, version + 1, version + 1, owner, state, changed, seed, archivedAt, now);
    }

    /** This programme in another state, one version on. */
    Programme in(ProgrammeState changed, Instant now) {
        return new Programme(id, version + 1, rulesVersion, owner, changed, rules, seed, archivedAt, now);
    }

    /** The same programme under a version that tells it anew, rules and all. */
    Programme toldAs(long told, Instant now) {
        return new Programme(id, told, told, owner, state, rules, seed, archivedAt, now);
    }

    /** This programme kept for the record only, one version on. */
    Programme archived(Instant now) {
        return new Programme(id, version + 1, rulesVersion, owner, state, rules, seed, now, now);
    }
}
