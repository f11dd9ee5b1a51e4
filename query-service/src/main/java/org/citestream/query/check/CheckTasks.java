package org.citestream.query.check;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;
import org.citestream.kit.problem.Problem;
import org.citestream.query.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * Checks that run by themselves, for clients that ask again and pages that show the progress. All in this instance's memory,
 * bounded in number, bytes, references and age; nothing outlives the process. Thread-safe.
 */
@ApplicationScoped
public class CheckTasks {

    private static final Logger LOG = Logger.getLogger(CheckTasks.class);
    private static final Duration LOOKED_THROUGH = Duration.ofSeconds(10);
    private static final int ID_BYTES = 18;

    private final ReferenceLists lists;
    private final ReferenceChecker checker;
    private final CheckSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, CheckTask> tasks = new LinkedHashMap<>();
    private final BlockingQueue<CheckTask> waiting = new LinkedBlockingQueue<>();
    private final List<Loop> workers = new ArrayList<>();

    CheckTasks(ReferenceLists lists, ReferenceChecker checker, CheckSettings settings) {
        this.lists = lists;
        this.checker = checker;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        for (int i = 1; i <= settings.tasksAtOnce(); i++) {
            Loop worker = Loop.named("citestream-checks-" + i)
                    .daemon()
                    .drain(Duration.ZERO)
                    .of(this::work);
            worker.start();
            workers.add(worker);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        synchronized (tasks) {
            tasks.values().forEach(this::cancel);
        }
        workers.forEach(Loop::stop);
    }

    /**
     * Begins a check, or has it wait for others.
     *
     * @param format what the manuscript is; by what it looks like if empty
     * @throws ProblemException 503 if too many wait
     */
    public CheckTask submit(byte[] manuscript, Optional<ListFormat> format) {
        byte[] name = new byte[ID_BYTES];
        random.nextBytes(name);
        CheckTask task =
                new CheckTask(Base64.getUrlEncoder().withoutPadding().encodeToString(name), manuscript, format);
        synchronized (tasks) {
            forgetOld();
            checkRoom(manuscript.length);
            tasks.put(task.id(), task);
        }
        enqueue(task);
        return task;
    }

    /** The check of that name; empty if there was none, or it is forgotten. */
    public Optional<CheckTask> find(String id) {
        synchronized (tasks) {
            forgetOld();
            return Optional.ofNullable(tasks.get(id));
        }
    }

    /** Ends a check where it stands, and forgets its manuscript; one that has ended stays as it is. */
    public void cancel(CheckTask task) {
        task.cancel(Instant.now());
        waiting.remove(task);
    }

    /** Forgets a check with its report and manuscript. */
    public void forget(CheckTask task) {
        cancel(task);
        task.forgetManuscript();
        synchronized (tasks) {
            tasks.remove(task.id());
        }
    }

    /**
     * Checks a manuscript that is kept once more: the index may have more by now. Whether it was still there.
     *
     * @throws ProblemException 503 if too many wait
     */
    public boolean again(CheckTask task) {
        synchronized (tasks) {
            checkRoom(0);
            if (!task.again()) {
                return false;
            }
        }
        enqueue(task);
        return true;
    }

    private void enqueue(CheckTask task) {
        waiting.add(task);
        workers.forEach(Loop::wake);
    }

    private void checkRoom(long bytes) {
        Collection<CheckTask> all = tasks.values();
        long most = settings.manuscriptBytes().asLongValue() - bytes;
        if (held(all) > most) {
            // Who waits goes before who may come again.
            all.stream().filter(task -> task.state().isEnd()).forEach(CheckTask::forgetManuscript);
        }
        if (held(all) > most
                || all.stream().filter(task -> !task.state().isEnd()).count() >= settings.tasks()) {
            throw new ProblemException(Problem.of(
                    503, "Too many checks at once", "Other lists are being checked; send it again in a moment"));
        }
    }

    private static long held(Collection<CheckTask> tasks) {
        return tasks.stream().mapToLong(CheckTask::bytes).sum();
    }

    /** Reports beyond their age or the sum of references, and manuscripts beyond theirs. */
    private void forgetOld() {
        Instant now = Instant.now();
        int references = 0;
        List<CheckTask> newestFirst = new ArrayList<>(tasks.values());
        Collections.reverse(newestFirst);
        for (CheckTask task : newestFirst) {
            Instant end = task.endedAt();
            references += task.references();
            if (end != null
                    && (!end.plus(settings.reportsFor()).isAfter(now) || references > settings.keptReferences())) {
                tasks.remove(task.id());
            } else if (end != null && !end.plus(settings.manuscriptsFor()).isAfter(now)) {
                task.forgetManuscript();
            }
        }
    }

    /** Runs the check that has waited longest, if one waits. */
    Duration work() {
        CheckTask task = waiting.poll();
        if (task == null) {
            synchronized (tasks) {
                forgetOld();
            }
            return LOOKED_THROUGH;
        }
        byte[] manuscript = task.manuscript();
        if (manuscript != null && task.begin()) {
            run(task, manuscript);
        }
        return Turn.AT_ONCE;
    }

    private void run(CheckTask task, byte[] manuscript) {
        try {
            ReferenceList list = lists.read(manuscript, task.format());
            if (settings.manuscriptsFor().isZero()) {
                task.forgetManuscript();
            }
            task.read(list.references().size());
            task.done(checker.check(list, task::progress), Instant.now());
        } catch (ProblemException refused) {
            task.failed(refused.problem(), Instant.now());
        } catch (CancellationException cancelled) {
            // Whoever cancelled it knows.
        } catch (RuntimeException failure) {
            if (task.state() != CheckTask.TaskState.CANCELLED) {
                LOG.error("A list could not be checked", failure);
            }
            task.failed(
                    Problem.of(503, "Not checked", "The index could not be asked; send the list again in a moment"),
                    Instant.now());
        } finally {
            if (settings.manuscriptsFor().isZero()) {
                task.forgetManuscript();
            }
        }
    }
}
