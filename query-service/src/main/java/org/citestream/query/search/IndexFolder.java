package org.citestream.query.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens this instance's index where the settings say. */
@ApplicationScoped
class IndexFolder {
    @Produces
    @Singleton
    SearchIndex open(SearchSettings settings, @ConfigProperty(name = "citestream.data") Optional<Path> data)
            throws IOException {
        Path folder;
        if (settings.directory().isPresent()) {
            folder = settings.directory().get();
        } else if (data.isPresent()) {
            folder = data.get().resolve("search-index");
        } else {
            folder = Files.createTempDirectory("citestream-search-index");
        }
        return new LuceneIndex(folder, threads(settings));
    }

    private static int threads(SearchSettings settings) {
        int threads = settings.threads().orElse(Runtime.getRuntime().availableProcessors());
        if (threads < 1) {
            throw new IllegalArgumentException("citestream.search.threads must be at least 1, not " + threads);
        }
        return threads;
    }

    void close(@Disposes SearchIndex index) throws IOException {
        index.close();
    }
}
