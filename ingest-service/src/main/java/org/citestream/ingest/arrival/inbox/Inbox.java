package org.citestream.ingest.arrival.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.citestream.ingest.arrival.pack.PackIntake;
import org.citestream.ingest.arrival.pack.PackLine;
import org.jboss.logging.Logger;

/**
 * A watched folder: a file is claimed by an atomic move into {@code claimed}, read, and moved on into {@code done}, or
 * into {@code rejected} with a file of reasons beside it. A writer moves its files in whole, or gives them a name that
 * begins with a dot or ends in {@code .part} or {@code .tmp} while it writes. For one thread.
 */
final class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final ObjectWriter JSON = new ObjectMapper().writerFor(PackLine.class);
    private static final String REASONS = ".reasons.ndjson";

    private final Path folder;
    private final Path claimed;
    private final Path claimedAgain;
    private final Path done;
    private final Path rejected;
    private final PackIntake intake;

    Inbox(Path folder, PackIntake intake) throws IOException {
        this.folder = folder;
        this.claimed = Files.createDirectories(folder.resolve("claimed"));
        this.claimedAgain = Files.createDirectories(folder.resolve("claimed-again"));
        this.done = Files.createDirectories(folder.resolve("done"));
        this.rejected = Files.createDirectories(folder.resolve("rejected"));
        this.intake = intake;
    }

    /**
     * Takes in what is there now. A file that a killed run had claimed comes first; what of it is in already is skipped
     * by its digest. A file claimed twice without being finished goes to {@code rejected}: it may be what kills the
     * process.
     *
     * @return false when the broker or the database is away and the rest has to wait
     */
    boolean look() throws IOException {
        for (Path file : files(claimedAgain)) {
            giveUp(file);
        }
        for (Path file : files(claimed)) {
            Path mine = claimedAgain.resolve(file.getFileName());
            Files.move(file, mine, StandardCopyOption.ATOMIC_MOVE);
            try {
                if (!takeIn(mine)) {
                    return false;
                }
            } finally {
                // The process is alive: whatever stopped it says nothing against the file.
                if (Files.exists(mine)) {
                    Files.move(mine, file, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        for (Path file : files(folder)) {
            Path mine = claimed.resolve(file.getFileName());
            try {
                Files.move(file, mine, StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException takenBack) {
                continue;
            }
            if (!takeIn(mine)) {
                return false;
            }
        }
        return true;
    }

    private void giveUp(Path file) throws IOException {
        String name = file.getFileName().toString();
        var why = new PackLine.Rejected(
                "no-end",
                "It was begun twice and the service ended both times before it was through; send it in parts, or look"
                        + " into the log for what ended the service.",
                null,
                null);
        LOG.errorf("%s is set aside: %s", name, why.detail());
        write(rejected.resolve(name + REASONS), List.of(new PackLine(name, null, why, null)));
        move(file, rejected);
    }

    private boolean takeIn(Path file) throws IOException {
        String name = file.getFileName().toString();
        var reasons = new ArrayList<PackLine>();
        boolean[] accepted = {false};
        boolean[] wait = {false};
        try (InputStream bytes = Files.newInputStream(file)) {
            intake.takeIn(name, bytes, false, null, line -> {
                accepted[0] |= line.outcome() != null;
                wait[0] |= line.failed() != null && isPassing(line.failed().reason());
                if (line.outcome() == null) {
                    reasons.add(line);
                }
            });
        }
        if (wait[0]) {
            LOG.warnf(
                    "%s waits: %s",
                    name, reasons.get(reasons.size() - 1).failed().detail());
            return false;
        }
        if (!reasons.isEmpty()) {
            write(rejected.resolve(name + REASONS), reasons);
        }
        // A package of which some articles are in is done; the reasons name the others.
        move(file, accepted[0] || reasons.isEmpty() ? done : rejected);
        return true;
    }

    private static boolean isPassing(String reason) {
        return switch (reason) {
            case "broker-away", "database-away", "busy", "disk-full" -> true;
            default -> false;
        };
    }

    private static void write(Path target, List<PackLine> reasons) throws IOException {
        var lines = new StringBuilder();
        for (PackLine reason : reasons) {
            lines.append(JSON.writeValueAsString(reason)).append('\n');
        }
        Files.writeString(target, lines);
    }

    /** Under its own name, or with a number where that is taken. */
    private static void move(Path file, Path target) throws IOException {
        String name = file.getFileName().toString();
        for (int number = 0; ; number++) {
            try {
                Files.move(file, target.resolve(number == 0 ? name : name + "." + number));
                return;
            } catch (FileAlreadyExistsException taken) {
                LOG.debugf("%s is there already", name);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isWhole(file.getFileName().toString().toLowerCase(Locale.ROOT)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isWhole(String name) {
        return !name.startsWith(".") && !name.endsWith(".part") && !name.endsWith(".tmp");
    }
}
