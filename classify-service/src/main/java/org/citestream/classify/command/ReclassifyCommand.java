package org.citestream.classify.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.citestream.classify.CandidateLine;
import org.citestream.classify.EncoderSettings;
import org.citestream.classify.ModelSettings;
import org.citestream.classify.Models;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.intake.LineSettings;
import org.citestream.classify.intake.TopicSettings;
import org.citestream.classify.replay.CandidateTopics;
import org.citestream.classify.replay.ModelFolder;
import org.citestream.classify.replay.Promotion;
import org.citestream.kit.kafka.KafkaClients;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Another model over the kept log: replay, promote, discard. */
@Command(
        name = "reclassify",
        description = "Runs the kept log through another model into citations.candidate.v1; --promote makes it the live"
                + " model and its labels count, --discard leaves nothing of it. Each can be run again after a kill.",
        mixinStandardHelpOptions = true)
final class ReclassifyCommand implements Callable<Integer> {

    /** Referenced here because the log manager holds loggers weakly. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.citestream"), Logger.getLogger("org.apache.kafka"));

    private static final String SHIPPED = "shipped";
    private static final int REFUSED = 2;
    private static final int ABOVE_ALL = 1000;

    @ArgGroup(multiplicity = "0..1")
    private Action action = new Action();

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:8083}",
            description = "The broker (default ${DEFAULT-VALUE}).")
    private String kafka;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            defaultValue = "${env:CITESTREAM_DATA}",
            description = "Data directory, where models are kept (default $CITESTREAM_DATA).")
    private Path data;

    @Option(
            names = "--classify",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8082",
            description = "Where the live classify-service answers (default ${DEFAULT-VALUE}).")
    private URI service;

    /** The action; without one, the command reports the current state. */
    static final class Action {

        @Option(names = "--model", paramLabel = "FILE", description = "Weights made by train, or the word shipped.")
        private String model;

        @Option(names = "--promote", description = "Make the candidate the live model.")
        private boolean promote;

        @Option(names = "--discard", description = "Delete the candidate.")
        private boolean discard;
    }

    @Override
    public Integer call() throws IOException {
        // The logs of the line and of the Kafka clients do not matter to the user of this command.
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        ModelFolder models = new ModelFolder(data);
        Optional<ModelFolder.Candidate> standing = models.candidate();
        if (action.model != null) {
            return replay(models, standing);
        }
        if (action.promote) {
            return standing.isEmpty()
                    ? refuse("There is no candidate; make one with --model FILE.")
                    : promote(models, standing.get());
        }
        if (action.discard) {
            return standing.filter(ModelFolder.Candidate::promoting).isPresent()
                    ? refuse("Its promotion was begun; finish it with --promote.")
                    : discard(models);
        }
        return status(models, standing);
    }

    private int replay(ModelFolder models, Optional<ModelFolder.Candidate> standing) throws IOException {
        Optional<Path> weights = action.model.equals(SHIPPED) ? Optional.empty() : Optional.of(Path.of(action.model));
        Classifier classifier = classifier(weights);
        if (standing.isPresent() && !standing.get().model().equals(classifier.model())) {
            return refuse("A candidate by another model stands ("
                    + standing.get().model().checksum() + "); --promote or --discard it first.");
        }
        if (standing.isEmpty()) {
            models.keep(new ModelFolder.Candidate(classifier.model(), weights.isEmpty(), false, false), weights);
        }
        line(classifier).run(ReclassifyCommand::tell);
        return status(models, models.candidate());
    }

    private int promote(ModelFolder models, ModelFolder.Candidate candidate) throws IOException {
        // Once installed, the weights are the live ones: a killed promotion may have got that far.
        Optional<Path> weights =
                candidate.shipped() ? Optional.empty() : models.candidateFile().or(models::live);
        LineSettings live = config(Map.of()).getConfigMapping(LineSettings.class);
        long appended = new Promotion(models, kafka(), live, line(classifier(weights)), ReclassifyCommand::tell)
                .run(candidate, service);
        clean(models);
        tell("promoted " + candidate.model().checksum() + ": " + appended + " statements appended");
        return 0;
    }

    private int discard(ModelFolder models) throws IOException {
        try {
            clean(models);
        } catch (GroupNotEmptyException running) {
            return refuse("The replay is still running; stop it first.");
        }
        tell("discarded");
        return 0;
    }

    private void clean(ModelFolder models) throws IOException {
        try (Admin admin = kafka().admin()) {
            new CandidateTopics(admin, candidateSettings().input()).delete();
        }
        models.forgetCandidate();
    }

    private int status(ModelFolder models, Optional<ModelFolder.Candidate> candidate) {
        ObjectNode said = new ObjectMapper().createObjectNode();
        said.put("live", models.live().map(Path::toString).orElse(SHIPPED));
        if (candidate.isPresent()) {
            ObjectNode out = said.putObject("candidate");
            out.put("name", candidate.get().model().name())
                    .put("version", candidate.get().model().version())
                    .put("checksum", candidate.get().model().checksum())
                    .put("promoting", candidate.get().promoting());
            try (Admin admin = kafka().admin()) {
                var progress = new CandidateTopics(admin, candidateSettings().input()).progress();
                out.put("read", progress.read()).put("of", progress.of());
            }
        }
        System.out.println(said);
        return 0;
    }

    private CandidateLine line(Classifier classifier) {
        return new CandidateLine(
                kafka(),
                candidateSettings(),
                config(Map.of()).getConfigMapping(TopicSettings.class).replicationFactor(),
                classifier);
    }

    private Classifier classifier(Optional<Path> weights) {
        SmallRyeConfig config = config(Map.of());
        return Models.line(
                weights,
                config.getConfigMapping(ModelSettings.class),
                config.getConfigMapping(EncoderSettings.class),
                ReclassifyCommand::tell);
    }

    private LineSettings candidateSettings() {
        return config(Map.of(
                        "citestream.classify.group", CandidateTopics.GROUP,
                        "citestream.classify.output", CandidateTopics.OUTPUT))
                .getConfigMapping(LineSettings.class);
    }

    /** The service's own settings out of environment and system properties, so that both models decide alike. */
    private static SmallRyeConfig config(Map<String, String> fixed) {
        return new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(LineSettings.class)
                .withMapping(ModelSettings.class)
                .withMapping(EncoderSettings.class)
                .withMapping(TopicSettings.class)
                .withSources(new PropertiesConfigSource(fixed, "reclassify", ABOVE_ALL))
                .withMappingIgnore("**")
                .build();
    }

    private KafkaClients kafka() {
        return new KafkaClients(Map.of("bootstrap.servers", kafka), new SimpleMeterRegistry());
    }

    private static int refuse(String why) {
        tell(why);
        return REFUSED;
    }

    private static void tell(String line) {
        System.err.println("citestream: " + line);
    }
}
