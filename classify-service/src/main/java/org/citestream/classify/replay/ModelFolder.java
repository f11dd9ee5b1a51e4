package org.citestream.classify.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.citestream.classify.decide.ModelName;

/**
 * The folder {@code models} of the data directory: {@code live.bin}, the weights that the line uses instead of the
 * shipped ones, and {@code candidate.json} with {@code candidate.bin} while a candidate stands. Files are replaced whole.
 * Not for several threads.
 */
public final class ModelFolder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    public ModelFolder(Path dataDirectory) {
        this.folder = dataDirectory.resolve("models");
    }

    /**
     * A model that was run over the log and neither promoted nor discarded.
     *
     * @param shipped whether it is the one in the service itself, which has no file
     * @param promoting whether its promotion was begun
     * @param paused whether the promotion paused the live line, so that it must set it going again
     */
    public record Candidate(ModelName model, boolean shipped, boolean promoting, boolean paused) {

        Candidate promoting(boolean pausedByUs) {
            return new Candidate(model, shipped, true, pausedByUs);
        }
    }

    /** The weights promoted last; absent: the shipped ones. */
    public Optional<Path> live() {
        return present("live.bin");
    }

    /** The candidate's weights; absent for the shipped model. */
    public Optional<Path> candidateFile() {
        return present("candidate.bin");
    }

    /** The candidate that stands, if any. */
    public Optional<Candidate> candidate() throws IOException {
        Optional<Path> file = present("candidate.json");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        var said = JSON.readTree(file.get().toFile());
        return Optional.of(new Candidate(
                new ModelName(
                        said.path("name").asText(),
                        said.path("version").asText(),
                        said.path("checksum").asText()),
                said.path("shipped").asBoolean(),
                said.path("promoting").asBoolean(),
                said.path("paused").asBoolean()));
    }

    /** Keeps a copy of the weights, so that the replay can continue whatever happens to the file. */
    public void keep(Candidate candidate, Optional<Path> weights) throws IOException {
        Files.createDirectories(folder);
        if (weights.isPresent()) {
            Path draft = folder.resolve("candidate.bin.draft");
            Files.copy(weights.get(), draft, StandardCopyOption.REPLACE_EXISTING);
            replace(draft, "candidate.bin");
        }
        note(candidate);
    }

    void note(Candidate candidate) throws IOException {
        ObjectNode said = JSON.createObjectNode()
                .put("name", candidate.model().name())
                .put("version", candidate.model().version())
                .put("checksum", candidate.model().checksum())
                .put("shipped", candidate.shipped())
                .put("promoting", candidate.promoting())
                .put("paused", candidate.paused());
        Path draft = folder.resolve("candidate.json.draft");
        Files.writeString(draft, said + "\n");
        replace(draft, "candidate.json");
    }

    /** Makes the candidate's weights the live ones. */
    void install(Candidate candidate) throws IOException {
        if (candidate.shipped()) {
            Files.deleteIfExists(folder.resolve("live.bin"));
        } else if (candidateFile().isPresent()) {
            replace(folder.resolve("candidate.bin"), "live.bin");
        }
    }

    public void forgetCandidate() throws IOException {
        Files.deleteIfExists(folder.resolve("candidate.bin"));
        Files.deleteIfExists(folder.resolve("candidate.json"));
    }

    private Optional<Path> present(String name) {
        return Optional.of(folder.resolve(name)).filter(Files::exists);
    }

    private void replace(Path draft, String name) throws IOException {
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
