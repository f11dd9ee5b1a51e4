package org.citestream.classify.decide.linear;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where the weights come from: a file that configuration names, else the one that ships with the service. */
public final class ModelSource {

    private static final String SHIPPED = "/org/citestream/classify/model/";

    private ModelSource() {}

    /**
     * Maps the named file, or the shipped one.
     *
     * @throws UncheckedIOException if there is no such file, or it is no model
     */
    public static ModelFile load(Optional<Path> named) {
        try {
            if (named.isPresent()) {
                return ModelFile.map(named.get());
            }
            // A mapping needs a file, not an entry of an archive; the name may go as soon as it is mapped.
            Path copy = Files.createTempFile("citestream-linear-", ".bin");
            try (InputStream in = shipped("linear.bin")) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                return ModelFile.map(copy);
            } finally {
                copy.toFile().deleteOnExit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no model: " + e.getMessage(), e);
        }
    }

    /** A file that ships beside the weights: {@code linear.bin}, {@code model-card.json}, {@code model-card.md}. */
    public static InputStream shipped(String name) throws IOException {
        InputStream in = ModelSource.class.getResourceAsStream(SHIPPED + name);
        if (in == null) {
            throw new IOException("this build ships no " + name);
        }
        return in;
    }
}
