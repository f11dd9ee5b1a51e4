package org.citestream.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.EncoderStatus;
import org.citestream.classify.decide.ExplainingClassifier;
import org.citestream.classify.decide.ModelName;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.Thresholds;

/**
 * The classifier that a promotion may replace: it loads the promoted weights at startup and whenever it is told to.
 * Safe for use by several threads; the loop tells it only while nothing is being decided.
 */
public final class LiveClassifier implements ExplainingClassifier {

    private final Supplier<Optional<Path>> weights;
    private final Function<Optional<Path>, Classifier> load;
    private volatile Loaded loaded;

    /** Identifies the file, since a promoted one replaces another under the same name. */
    private record Loaded(Optional<Path> file, FileTime changed, Classifier classifier) {}

    public LiveClassifier(Supplier<Optional<Path>> weights, Function<Optional<Path>, Classifier> load) {
        this.weights = weights;
        this.load = load;
        refresh();
    }

    /**
     * Reloads the weights if the file has changed.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    public synchronized void refresh() {
        Optional<Path> file = weights.get();
        FileTime changed = file.map(LiveClassifier::changed).orElse(null);
        Loaded last = loaded;
        if (last == null || !last.file().equals(file) || (changed != null && !changed.equals(last.changed()))) {
            loaded = new Loaded(file, changed, load.apply(file));
        }
    }

    @Override
    public ModelName model() {
        return loaded.classifier().model();
    }

    @Override
    public Thresholds thresholds() {
        return loaded.classifier().thresholds();
    }

    @Override
    public EncoderStatus second() {
        return loaded.classifier().second();
    }

    @Override
    public Decision decide(Statement statement) {
        return loaded.classifier().decide(statement);
    }

    @Override
    public Decision decideAlone(Statement statement) {
        return loaded.classifier().decideAlone(statement);
    }

    @Override
    public Decision explain(Statement statement) {
        Classifier now = loaded.classifier();
        return now instanceof ExplainingClassifier able ? able.explain(statement) : now.decide(statement);
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the model cannot be read: " + file, e);
        }
    }
}
