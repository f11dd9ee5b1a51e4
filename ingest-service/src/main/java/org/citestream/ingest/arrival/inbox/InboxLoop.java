package org.citestream.ingest.arrival.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.citestream.ingest.arrival.pack.PackIntake;
import org.citestream.ingest.publish.LoopOrders;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;
import org.jboss.logging.Logger;

/** The thread that watches the inbox, if one is configured; a file lock allows one instance at a time. */
@ApplicationScoped
public class InboxLoop {
    /** The name under which it can be paused. */
    static final String NAME = "citestream.inbox";

    private static final Logger LOG = Logger.getLogger(InboxLoop.class);

    private final InboxSettings settings;
    private final PackIntake intake;
    private final LoopOrders orders;
    private Loop loop;

    InboxLoop(InboxSettings settings, PackIntake intake, LoopOrders orders) {
        this.orders = orders;
        this.settings = settings;
        this.intake = intake;
    }

    void start(@Observes StartupEvent event) {
        settings.folder().ifPresent(folder -> {
            loop = Loop.named(NAME)
                    .backoff(settings.every(), settings.every())
                    .drain(Duration.ZERO)
                    .of(new InboxTurn(folder));
            loop.start();
        });
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.stop();
        }
    }

    private final class InboxTurn implements Turn {
        private final Path folder;
        private FileChannel channel;
        private Inbox inbox;

        InboxTurn(Path folder) {
            this.folder = folder;
        }

        @Override
        public Duration run() throws IOException, InterruptedException {
            if (inbox == null) {
                if (!isOurs()) {
                    return END;
                }
                inbox = new Inbox(folder, intake);
                orders.follow();
            }
            if (!orders.isPaused(NAME)) {
                inbox.look();
            }
            return settings.every();
        }

        /** The lock goes with the channel. */
        private boolean isOurs() {
            try {
                Files.createDirectories(folder);
                channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (channel.tryLock() == null) {
                    LOG.errorf("the inbox %s is looked after by another instance; this one leaves it alone", folder);
                    return false;
                }
                return true;
            } catch (OverlappingFileLockException | IOException unusable) {
                LOG.errorf(unusable, "the inbox %s cannot be used", folder);
                return false;
            }
        }

        /** A failed scan keeps the inbox; only stopping releases it. */
        @Override
        public void release() {
            if (channel != null && loop.state() == Loop.State.STOPPED) {
                try {
                    channel.close();
                } catch (IOException late) {
                    LOG.debugf("the inbox's lock was not let go: %s", late.getMessage());
                }
            }
        }
    }
}
