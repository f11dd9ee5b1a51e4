package org.citestream.query.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.citestream.kit.loop.Turn;
import org.citestream.query.database.Leadership;

/** A loop's turn that only the leading instance takes; the others try to take the lead now and then. */
public final class LeaderStep implements Turn {

    /** Work that only the leading instance does. */
    @FunctionalInterface
    public interface LeaderTask {

        /** Does one piece of work on the connection that holds the lock; returns how long to sleep. */
        Duration run(Connection leader) throws SQLException, InterruptedException;

        /** Called after a failure and at the end. */
        default void release() {}
    }

    private final Leadership leadership;
    private final LeaderTask work;
    private final Duration interval;

    /** @param interval how often an instance that does not lead tries to take the lead */
    public LeaderStep(Leadership leadership, LeaderTask work, Duration interval) {
        this.leadership = leadership;
        this.work = work;
        this.interval = interval;
    }

    @Override
    public Duration run() throws SQLException, InterruptedException {
        Connection leader = leadership.tryLead();
        return leader == null ? interval : work.run(leader);
    }

    @Override
    public void release() {
        leadership.close();
        work.release();
    }
}
