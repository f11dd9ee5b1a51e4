package org.citestream.query.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citestream.query.PlatformResource;
import org.junit.jupiter.api.Test;

/** What programs rely on changes only on purpose: the published description is the one that was accepted. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ApiContractTest {

    private static final Path ACCEPTED = Path.of("..", "deploy", "contracts", "query-api.txt");

    /** A route that stands among the tests, not in the service. */
    private static final String OF_TESTS = "POST /api/v1/guarded";

    @Test
    void shouldServeTheAcceptedContract() throws IOException {
        // When
        List<String> served = ApiFacts.of(
                        given().accept("application/json").get("/q/openapi").asString())
                .stream()
                .filter(fact -> !fact.startsWith(OF_TESTS))
                .toList();
        if (Boolean.getBoolean("contract.accept")) {
            Files.write(ACCEPTED, served);
        }

        // Then
        assertThat(difference(Files.readAllLines(ACCEPTED), served))
                .as("the API differs from deploy/contracts/query-api.txt. If that is meant, run this test with"
                        + " -Dcontract.accept, read the difference, and name it in deploy/CHANGELOG.md")
                .isEmpty();
    }

    /** Lines that went with a minus, lines that came with a plus. */
    private static List<String> difference(List<String> accepted, List<String> served) {
        List<String> lines = new ArrayList<>();
        accepted.stream().filter(line -> !served.contains(line)).forEach(line -> lines.add("- " + line));
        served.stream().filter(line -> !accepted.contains(line)).forEach(line -> lines.add("+ " + line));
        return lines;
    }
}
