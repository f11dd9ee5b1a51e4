package org.citestream.query.web.about;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import org.citestream.query.web.WebSettings;
import org.jboss.logging.Logger;

/** Fetches the model card of classify-service and caches it, however many readers the page has. Thread-safe. */
@ApplicationScoped
class ModelCards {

    private static final Logger LOG = Logger.getLogger(ModelCards.class);

    private final WebSettings settings;
    private final ObjectMapper json;
    private final HttpClient http;

    private Optional<ModelCard> card = Optional.empty();
    private Instant until = Instant.MIN;

    ModelCards(WebSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        this.http =
                HttpClient.newBuilder().connectTimeout(settings.modelTimeout()).build();
    }

    /** The card; empty while the service does not answer. */
    synchronized Optional<ModelCard> card() {
        if (Instant.now().isAfter(until)) {
            card = ask();
            // A failure is retried soon, but not by every reader.
            until = Instant.now().plus(card.isPresent() ? settings.modelFor() : settings.modelTimeout());
        }
        return card;
    }

    private Optional<ModelCard> ask() {
        HttpRequest request = HttpRequest.newBuilder(settings.modelUrl())
                .timeout(settings.modelTimeout())
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return Optional.of(ModelCard.of(json.readTree(answer.body())));
            }
            LOG.warnf("%s answered %d", settings.modelUrl(), answer.statusCode());
        } catch (IOException away) {
            LOG.warnf("%s does not tell its model: %s", settings.modelUrl(), away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
