package org.citestream.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.citestream.ingest.catalogue.Ledger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerUnavailableTest.NoBroker.class)
@Tag("slow")
class BrokerUnavailableTest {

    @Inject
    Ledger ledger;

    /** Port 9 of loopback: nobody listens there. */
    public static class NoBroker implements QuarkusTestResourceLifecycleManager {
        private final PlatformResource platform = new PlatformResource();

        @Override
        public Map<String, String> start() {
            var settings = new HashMap<>(platform.start());
            settings.put("kafka.bootstrap.servers", "127.0.0.1:9");
            settings.put("citestream.publish.block-timeout", "500ms");
            return settings;
        }

        @Override
        public void stop() {
            platform.stop();
        }
    }

    @Test
    void shouldAskToTryLaterWhenBrokerIsAway() {
        // Given
        byte[] article = Jats.article().doi("10.5555/later.1").bytes();
        // When
        ValidatableResponse answer = given().contentType("application/xml")
                .body(article)
                .post("/articles")
                .then();
        // Then
        answer.statusCode(503)
                .header("Retry-After", "5")
                .contentType("application/problem+json")
                .body("type", containsString("broker-away"));
        assertThat(ledger.find("doi:10.5555/later.1")).isEmpty();
    }

    @Test
    void shouldLiveButNotBeReadyWhenBrokerIsAway() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(503);
    }
}
