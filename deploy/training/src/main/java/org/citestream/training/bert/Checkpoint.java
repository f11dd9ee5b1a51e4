package org.citestream.training.bert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A folder from which training can be resumed: the weights after the last steps, the best so far, and the progress. The
 * moments of AdamW are not kept (they would treble it): a resumed run rebuilds them while the rate climbs.
 */
public final class Checkpoint {

    private final Path folder;

    /** Of a folder, made if it is missing. */
    public Checkpoint(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /**
     * The progress of a training run.
     *
     * @param steps done, over all epochs
     * @param best score of the best epoch on development rows; below 0: none is done
     */
    public record TrainingState(int steps, double best) {

        /** Before the first step. */
        public static final TrainingState BEGINNING = new TrainingState(0, -1);
    }

    /** The progress when the run was stopped; the beginning if it never ran. */
    public TrainingState standing() throws IOException {
        Path file = folder.resolve("standing.txt");
        if (!Files.exists(file)) {
            return TrainingState.BEGINNING;
        }
        List<String> lines = Files.readAllLines(file);
        return new TrainingState(Integer.parseInt(lines.get(0)), Double.parseDouble(lines.get(1)));
    }

    /** The weights of {@link #standing()}. */
    public BertWeights last() throws IOException {
        return BertWeights.load(folder.resolve("last.weights"));
    }

    /** The weights of the best epoch. */
    public BertWeights best() throws IOException {
        return BertWeights.load(folder.resolve("best.weights"));
    }

    void save(BertWeights weights, TrainingState standing) throws IOException {
        write(weights, "last.weights");
        Path whole =
                Files.writeString(folder.resolve("standing.part"), standing.steps() + "\n" + standing.best() + "\n");
        Files.move(whole, folder.resolve("standing.txt"), StandardCopyOption.REPLACE_EXISTING);
    }

    void saveBest(BertWeights weights) throws IOException {
        write(weights, "best.weights");
    }

    /** Under another name first: a stop in the middle must not cost the weights before. */
    private void write(BertWeights weights, String name) throws IOException {
        Path part = folder.resolve(name + ".part");
        weights.save(part);
        Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
