package org.citestream.query.ops.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The commits of one group to one partition over a sliding window, judged by Burrow's rules in this order:
 *
 * <ol>
 * <li>the lag is zero now, or was at any commit in the window: ok
 * <li>the offset went back: rewound, until it passes the old offset (a rewind starts a new window, or a group that was
 * caught up before would look healthy)
 * <li>no commit for longer than the window: stopped
 * <li>commits, but the offset does not move: stalled
 * <li>moves, but the lag never falls: slow
 * </ol>
 *
 * The last two need commits over at least half a window, so that a new group is not judged. Not thread-safe.
 */
public final class LagWindow {

    private final Duration length;
    private final Instant firstSeen;
    private final Deque<Commit> commits = new ArrayDeque<>();
    private long rewoundFrom = -1;

    /**
     * An empty window.
     *
     * @param firstSeen the time since when the group is known to read the partition
     */
    public LagWindow(Duration length, Instant firstSeen) {
        this.length = length;
        this.firstSeen = firstSeen;
    }

    /**
     * One commit.
     *
     * @param lag records between it and the end of the log
     */
    record Commit(long offset, long lag, Instant at) {

        Commit {
            if (offset < 0 || lag < 0) {
                throw new IllegalArgumentException("neither an offset nor a lag is negative");
            }
        }
    }

    /** Adds a commit; one that is not later than the last is already known. */
    public void add(long offset, long lag, Instant at) {
        Commit last = commits.peekLast();
        if (last != null && !at.isAfter(last.at())) {
            return;
        }
        if (last != null && offset < last.offset()) {
            commits.clear();
            rewoundFrom = Math.max(rewoundFrom, last.offset());
        }
        if (offset >= rewoundFrom) {
            rewoundFrom = -1;
        }
        commits.addLast(new Commit(offset, lag, at));
        while (commits.size() > 1 && commits.peekFirst().at().isBefore(at.minus(length))) {
            commits.removeFirst();
        }
    }

    /** When it last committed, or null. */
    public Instant lastCommit() {
        return commits.isEmpty() ? null : commits.peekLast().at();
    }

    /** The offset of the last commit; -1 for none. */
    public long lastOffset() {
        return commits.isEmpty() ? -1 : commits.peekLast().offset();
    }

    /**
     * The verdict on the commits.
     *
     * @param lag its current lag in records
     */
    public LagVerdict verdict(long lag, Instant now) {
        Instant begin = now.minus(length);
        List<Commit> recent =
                commits.stream().filter(commit -> !commit.at().isBefore(begin)).toList();
        if (lag == 0 || recent.stream().anyMatch(commit -> commit.lag() == 0)) {
            return new LagVerdict.Ok();
        }
        if (rewoundFrom >= 0) {
            return new LagVerdict.Rewound(rewoundFrom, lastOffset());
        }
        if (recent.isEmpty()) {
            Instant last = commits.isEmpty() ? firstSeen : commits.peekLast().at();
            return last.isBefore(begin) ? new LagVerdict.Silent(last) : new LagVerdict.Ok();
        }
        Commit first = recent.get(0);
        Commit last = recent.get(recent.size() - 1);
        if (Duration.between(first.at(), last.at()).multipliedBy(2).compareTo(length) < 0) {
            return new LagVerdict.Ok();
        }
        if (first.offset() == last.offset()) {
            return new LagVerdict.Stalled(first.offset(), first.at());
        }
        return falls(recent) ? new LagVerdict.Ok() : new LagVerdict.Slow(lag);
    }

    private static boolean falls(List<Commit> commits) {
        for (int i = 1; i < commits.size(); i++) {
            if (commits.get(i).lag() < commits.get(i - 1).lag()) {
                return true;
            }
        }
        return false;
    }
}
