package org.citestream.cli.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Json;

/**
 * The few lines of a report that the demonstration prints.
 *
 * @param address of the page
 */
public record ReportSummary(
        String title,
        long total,
        long supporting,
        long mentioning,
        long contrasting,
        long citingPublications,
        String address) {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int OK = 200;

    /** Asks query-service. */
    public static ReportSummary of(String publication, String queryUrl) throws InterruptedException {
        String path = PublicationPath.of(publication);
        String api = queryUrl + "/api/v1/reports/" + path;
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(api)).timeout(TIMEOUT).build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new CliException(
                        ExitCode.NOT_RUNNING, api + " answers " + answer.statusCode() + ": " + answer.body());
            }
            JsonNode report = Json.MAPPER.readTree(answer.body());
            JsonNode tally = report.path("tally");
            return new ReportSummary(
                    report.path("publication").path("title").asText(publication),
                    tally.path("total").asLong(),
                    tally.path("supporting").asLong(),
                    tally.path("mentioning").asLong(),
                    tally.path("contrasting").asLong(),
                    tally.path("citingPublications").asLong(),
                    queryUrl + "/reports/" + path);
        } catch (IOException e) {
            throw new CliException(ExitCode.NOT_RUNNING, api + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return title + System.lineSeparator()
                + "  supporting " + supporting + ", mentioning " + mentioning + ", contrasting " + contrasting + " ("
                + total + " statements, cited by " + citingPublications + " publications)" + System.lineSeparator()
                + "  " + address;
    }
}
