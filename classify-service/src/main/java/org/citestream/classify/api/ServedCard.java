package org.citestream.classify.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.EncoderStatus;
import org.citestream.classify.decide.ModelName;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.linear.ModelSource;

/** The model card as it holds for one running classifier: its thresholds, and whether its encoder is on. */
final class ServedCard {

    private ServedCard() {}

    /** The shipped card where the weights in use are the shipped ones; else name, thresholds and encoder alone. */
    static ObjectNode of(Classifier classifier, ObjectMapper json) throws IOException {
        ObjectNode card = shipped(classifier.model(), json);
        Thresholds thresholds = classifier.thresholds();
        card.put("threshold", thresholds.mentioning());
        card.putObject("thresholds")
                .put("supporting", thresholds.supporting())
                .put("mentioning", thresholds.mentioning())
                .put("contrasting", thresholds.contrasting());
        var second = classifier.second();
        ObjectNode encoder = card.withObjectProperty("encoder");
        if (!isMeasured(encoder, second)) {
            encoder.removeAll();
        }
        encoder.put("state", second.state().word()).put("share", second.share());
        second.model().ifPresent(name -> name(encoder.putObject("model"), name));
        return card;
    }

    private static ObjectNode shipped(ModelName name, ObjectMapper json) throws IOException {
        try (InputStream in = ModelSource.shipped("model-card.json")) {
            JsonNode card = json.readTree(in);
            if (card.path("model").path("checksum").asText().equals(name.checksum())) {
                return (ObjectNode) card;
            }
        }
        ObjectNode plain = json.createObjectNode();
        name(plain.putObject("model"), name);
        return plain;
    }

    /**
     * Figures hold for the encoder and the share they were measured with; if the encoder is off, they say what it would
     * do.
     */
    private static boolean isMeasured(ObjectNode encoder, EncoderStatus second) {
        return second.model()
                .map(name ->
                        name.checksum().equals(encoder.at("/model/checksum").asText())
                                && second.share() == encoder.path("share").asDouble())
                .orElse(true);
    }

    private static void name(ObjectNode out, ModelName name) {
        out.put("name", name.name()).put("version", name.version()).put("checksum", name.checksum());
    }
}
