package org.citestream.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files of a running broker's topics. Segments only grow, so a copy holds a whole beginning of each, and perhaps half a
 * batch, which the broker cuts off when it starts; indexes it builds again.
 */
final class LogCopy {

    private static final String FOLDER = "kafka";
    private static final int TRIES = 5;
    private static final Set<String> NOT_YET = Set.of(".lock", ".kafka_cleanshutdown");
    private static final List<String> LEFT_OUT =
            List.of(".index", ".timeindex", ".txnindex", ".deleted", ".cleaned", ".swap", ".tmp", ".part");

    private final Path folder;
    private final Path staging;
    private final ArchiveWriter archive;

    /** @param staging a folder for one partition at a time, since compaction may replace its segments meanwhile */
    LogCopy(Path data, Path staging, ArchiveWriter archive) {
        this.folder = data.resolve(FOLDER);
        this.staging = staging;
        this.archive = archive;
    }

    /** What the broker knows of itself and how far it is sure of each log: before the logs, so that it is true of them. */
    void copyMarks() throws IOException {
        archive.folder(FOLDER);
        for (Path child : children(folder)) {
            String name = child.getFileName().toString();
            if (Files.isRegularFile(child) && !NOT_YET.contains(name) && isKept(name)) {
                archive.file(FOLDER + "/" + name, child);
            }
        }
    }

    /** The partitions of the topics that are meant. */
    void copyTopics(Predicate<String> topics) throws IOException {
        for (Path child : children(folder)) {
            String name = child.getFileName().toString();
            if (Files.isDirectory(child)
                    && name.matches(".+-[0-9]+")
                    && topics.test(name.replaceFirst("-[0-9]+$", ""))) {
                copyPartition(child, name);
            }
        }
    }

    private void copyPartition(Path partition, String name) throws IOException {
        for (int tries = 1; !stage(partition); tries++) {
            if (tries == TRIES) {
                throw new IOException("the segments of " + name + " change faster than they can be copied");
            }
        }
        archive.folder(FOLDER + "/" + name);
        for (Path staged : children(staging)) {
            archive.file(FOLDER + "/" + name + "/" + staged.getFileName(), staged);
        }
    }

    /** Returns false when a segment went away meanwhile: what replaced it may be half there. */
    private boolean stage(Path partition) throws IOException {
        for (Path old : children(staging)) {
            Files.delete(old);
        }
        for (Path file : children(partition)) {
            if (isKept(file.getFileName().toString())) {
                try {
                    Files.copy(file, staging.resolve(file.getFileName()));
                } catch (NoSuchFileException gone) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isKept(String name) {
        return LEFT_OUT.stream().noneMatch(name::endsWith);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted(Comparator.comparing(Path::toString)).toList();
        }
    }
}
