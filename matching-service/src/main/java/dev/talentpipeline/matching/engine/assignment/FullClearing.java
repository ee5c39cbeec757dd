package dev.talentpipeline.matching.engine.assignment;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.columns.Standing;
import dev.talentpipeline.matching.engine.retrieval.ChoiceSearch;
import dev.talentpipeline.matching.engine.retrieval.OpeningIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Student-proposing deferred acceptance from profiles, all at once (D. Gale and L. S. Shapley, 1962; in whatever order students propose the
 * result is the same). Students take turns in groups: several threads find the next few choices of a whole group, then one thread
 * lets them propose. While it goes on internships only get choosier, so whoever would refuse a student now does so for good and is left out of
 * the student's further choices.
 */
final class FullClearing {

    private static final int GROUP = 1 << 15;
    private static final int GRAIN = 64;
    private static final int BATCH = 8;

    private final FlatMarket market;
    private final OpeningIndex index;
    private final Admissions admissions;

    /** By student {@link #BATCH} choices: the internship, the student's regard for it, its regard for the student. */
    private final int[] choices;

    private final int[] wishes;
    private final int[] regards;
    private final byte[] found;
    private final byte[] next;

    private int[] waiting;
    private int waitingCount;

    FullClearing(FlatMarket market, OpeningIndex index, Admissions admissions) {
        this.market = market;
        this.index = index;
        this.admissions = admissions;
        int students = market.students().size();
        choices = new int[Math.multiplyExact(students, BATCH)];
        wishes = new int[choices.length];
        regards = new int[choices.length];
        found = new byte[students];
        next = new byte[students];
        waiting = new int[students];
        for (int student = students - 1; student >= 0; student--) {
            if (admissions.isFree(student)) {
                waiting[waitingCount++] = student;
            }
        }
    }

    void run(int threads) {
        if (threads == 1) {
            ChoiceSearch search = new ChoiceSearch(market, index);
            run(group -> findChoices(group, new AtomicInteger(), search));
            return;
        }
        List<ChoiceSearch> searches = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            searches.add(new ChoiceSearch(market, index));
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            run(group -> findChoices(group, searches, workers));
        }
    }

    private void run(Consumer<int[]> choicesOf) {
        while (waitingCount > 0) {
            int size = Math.min(GROUP, waitingCount);
            waitingCount -= size;
            int[] group = Arrays.copyOfRange(waiting, waitingCount, waitingCount + size);
            choicesOf.accept(group);
            for (int student : group) {
                propose(student);
            }
        }
    }

    private void findChoices(int[] group, List<ChoiceSearch> searches, ExecutorService workers) {
        AtomicInteger claimed = new AtomicInteger();
        List<Callable<Boolean>> work = new ArrayList<>();
        for (ChoiceSearch search : searches) {
            work.add(() -> {
                findChoices(group, claimed, search);
                return true;
            });
        }
        try {
            for (Future<Boolean> done : workers.invokeAll(work)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A search for choices failed.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("A clearing was interrupted.", e);
        }
    }

    /** Finds the choices of all whom nobody else has claimed. */
    private void findChoices(int[] group, AtomicInteger claimed, ChoiceSearch search) {
        for (int from = claimed.getAndAdd(GRAIN); from < group.length; from = claimed.getAndAdd(GRAIN)) {
            for (int at = from; at < Math.min(group.length, from + GRAIN); at++) {
                findChoices(group[at], search);
            }
        }
    }

    private void findChoices(int student, ChoiceSearch search) {
        int base = student * BATCH;
        long after = Standing.FIRST;
        int afterWhich = Members.NOBODY;
        if (found[student] > 0) {
            int last = base + found[student] - 1;
            afterWhich = choices[last];
            after = standing(last);
        }
        int size = search.find(student, BATCH, after, afterWhich, admissions);
        for (int at = 0; at < size; at++) {
            choices[base + at] = search.internshipAt(at);
            wishes[base + at] = Standing.regard(search.standingAt(at));
            regards[base + at] = search.regardAt(at);
        }
        found[student] = (byte) size;
        next[student] = 0;
    }

    private long standing(int choice) {
        return Standing.of(wishes[choice], market.internships().number(choices[choice]));
    }

    private void propose(int first) {
        int student = first;
        while (student != Members.NOBODY) {
            if (next[student] == found[student]) {
                if (found[student] == BATCH) {
                    await(student);
                }
                return;
            }
            int choice = student * BATCH + next[student]++;
            student = admissions.propose(student, choices[choice], standing(choice), regards[choice]);
        }
    }

    private void await(int student) {
        waiting[waitingCount++] = student;
    }
}
