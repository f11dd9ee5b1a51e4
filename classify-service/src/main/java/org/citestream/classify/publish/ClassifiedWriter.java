package org.citestream.classify.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.Encoder;
import org.citestream.classify.decide.Evidence;
import org.citestream.classify.decide.IntentScores;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.section.Section;

/** Adds a decision to what the statement said. Safe for use by several threads. */
public final class ClassifiedWriter {

    private static final ObjectWriter JSON = JsonMapper.builder().build().writer();
    private static final double DIGITS = 10_000;

    private ClassifiedWriter() {}

    /** The value of a {@code StatementClassified} record; {@code fact} is changed. */
    public static byte[] write(
            ObjectNode fact, Decision decision, Optional<Section> section, Classifier by, Instant now) {
        fact.put("type", decision.type().word());
        verdict(fact, decision, section, by);
        fact.put("classifiedAt", now.toString());
        try {
            return JSON.writeValueAsBytes(fact);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }

    /** Everything from the decision except the type, which differs between events and answers. */
    public static void verdict(ObjectNode out, Decision decision, Optional<Section> section, Classifier by) {
        out.set("scores", scores(out, decision.scores()));
        out.put("confidence", rounded(decision.confidence()));
        out.put("threshold", rounded(decision.threshold()));
        decision.intent().ifPresent(intent -> intent(out, intent));
        section.ifPresent(known -> out.put("section", known.word()));
        ArrayNode evidence = out.putArray("evidence");
        decision.evidence().forEach(item -> evidence(evidence.addObject(), item));
        model(out.putObject("model"), decision.encoder(), by);
        decision.failure().ifPresent(why -> out.put("failure", why));
    }

    private static void model(ObjectNode out, Encoder encoder, Classifier by) {
        out.put("name", by.model().name())
                .put("version", by.model().version())
                .put("checksum", by.model().checksum())
                .put("encoder", encoder.word());
        if (encoder == Encoder.ASKED) {
            by.second().model().ifPresent(second -> out.put("encoderChecksum", second.checksum()));
        }
    }

    private static ObjectNode scores(ObjectNode out, TypeScores scores) {
        return out.objectNode()
                .put("supporting", rounded(scores.supporting()))
                .put("mentioning", rounded(scores.mentioning()))
                .put("contrasting", rounded(scores.contrasting()));
    }

    private static void intent(ObjectNode out, IntentScores scores) {
        out.put("intent", scores.best().word());
        out.putObject("intentScores")
                .put("background", rounded(scores.background()))
                .put("method", rounded(scores.method()))
                .put("result", rounded(scores.result()));
        out.put("intentConfidence", rounded(scores.confidence()));
    }

    private static void evidence(ObjectNode out, Evidence item) {
        item.in().ifPresent(in -> out.put("in", in));
        item.span().ifPresent(span -> out.putArray("span").add(span.start()).add(span.end()));
        out.put("feature", item.feature());
        out.put("weight", rounded(item.weight()));
        out.put("toward", item.toward().word());
    }

    private static double rounded(double value) {
        return Math.rint(value * DIGITS) / DIGITS;
    }
}
