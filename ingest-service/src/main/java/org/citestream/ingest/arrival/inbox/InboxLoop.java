package org.citestream.ingest.arrival.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.citestream.ingest.arrival.pack.PackIntake;
import org.citestream.ingest.publish.LoopOrders;
import org.jboss.logging.Logger;

/** The thread that looks after the inbox, where one is set; one instance at a time, by a lock on a file in it. */
@ApplicationScoped
public class InboxLoop {
    /** The name under which it can be told to wait. */
    static final String NAME = "citestream.inbox";

    private static final Logger LOG = Logger.getLogger(InboxLoop.class);
    private static final long STOP_MILLIS = 10_000;

    private final InboxSettings settings;
    private final PackIntake intake;
    private final LoopOrders orders;
    private Thread thread;

    InboxLoop(InboxSettings settings, PackIntake intake, LoopOrders orders) {
        this.orders = orders;
        this.settings = settings;
        this.intake = intake;
    }

    void start(@Observes StartupEvent event) {
        settings.folder().ifPresent(folder -> {
            thread = new Thread(() -> run(folder), NAME);
            thread.start();
        });
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join(STOP_MILLIS);
        }
    }

    private void run(Path folder) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    LOG.errorf("the inbox %s is looked after by another instance; this one leaves it alone", folder);
                    return;
                }
                watch(new Inbox(folder, intake));
            }
        } catch (OverlappingFileLockException | IOException unusable) {
            LOG.errorf(unusable, "the inbox %s cannot be used", folder);
        } catch (InterruptedException stopped) {
            LOG.debug("the inbox is closed");
        }
    }

    private void watch(Inbox inbox) throws InterruptedException {
        orders.follow();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (!orders.isPaused(NAME)) {
                    inbox.look();
                }
            } catch (IOException broken) {
                LOG.warnf("a look into the inbox failed, trying again: %s", broken);
            } catch (RuntimeException bug) {
                LOG.error("a look into the inbox met a bug, trying again", bug);
            }
            Thread.sleep(settings.every().toMillis());
        }
    }
}
