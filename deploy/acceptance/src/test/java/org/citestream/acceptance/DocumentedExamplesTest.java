package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every curl line that pages and documents of query-service show works as it stands on the demo's articles. */
@WithLine
class DocumentedExamplesTest {

    /** From {@code curl} to the end of the quoted body, if there is one, else of the line. */
    private static final Pattern CURL = Pattern.compile("(?m)curl (?:[^'\n]|'[^']*')*");

    private static final Pattern ADDRESS = Pattern.compile("'?((?:https?://[^/' ]+|…)?/[^' \n]*)'?");
    private static final Pattern HEADER = Pattern.compile("-H '([^:']+): ?([^']*)'");
    private static final Pattern BODY = Pattern.compile("-d '([^']*)'");
    private static final Pattern FILE = Pattern.compile("--data-binary @\\S+");

    private final Line line;

    DocumentedExamplesTest(Line line) {
        this.line = line;
    }

    @Test
    void shouldAnswerEveryCurlLine() throws IOException, InterruptedException {
        // Given
        Feed.whole(line, Samples.asTheyAre().all());
        Served.awaitTally(line, "doi:10.5555/cs.hallam2016", new FoldedLog.Tally(2, 19, 0, 0, 0, 19));
        Served.awaitIndexed(line);

        // When
        List<String> examples = Stream.concat(Stream.of(page("/about/api")), documents())
                .flatMap(text -> CURL.matcher(text).results().map(found -> found.group()))
                .filter(example -> !example.contains("KEY"))
                .toList();

        // Then
        assertThat(examples).hasSizeGreaterThan(12);
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // As curl does unless told otherwise.
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        for (String example : examples) {
            boolean body = BODY.matcher(example).find();
            HttpResponse<InputStream> answer = client.send(request(example), HttpResponse.BodyHandlers.ofInputStream());
            // A stream never ends: its first byte tells that it works.
            try (InputStream in = answer.body()) {
                // This caller has no key, and example.org may not be known.
                assertThat(answer.statusCode())
                        .as(example)
                        .isIn(body ? List.of(201, 202, 400, 401, 403, 503) : List.of(200));
                if (!body) {
                    assertThat(in.read()).as("first byte of " + example).isNotNegative();
                }
            }
        }
    }

    private String page(String path) {
        return line.query()
                .page(path)
                .body()
                .replace("&amp;", "&")
                .replace("&#39;", "'")
                .replace("&quot;", "\"");
    }

    private static Stream<String> documents() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path document : Documents.in("query-service", ".md")) {
            texts.add(Files.readString(document));
        }
        return texts.stream();
    }

    private HttpRequest request(String example) {
        String withoutHeaders = HEADER.matcher(example).replaceAll("");
        Matcher body = BODY.matcher(withoutHeaders);
        String sent = body.find() ? body.group(1) : null;
        Matcher address = ADDRESS.matcher(body.replaceAll(""));
        assertThat(address.find()).as("address in " + example).isTrue();
        String path = address.group(1).replaceFirst("^(https?://[^/]+|…)", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(line.query().base().toString().replaceFirst("/$", "") + path))
                .timeout(Duration.ofSeconds(30));
        HEADER.matcher(example).results().forEach(header -> request.header(header.group(1), header.group(2)));
        if (FILE.matcher(example).find()) {
            // A list of references, under the type that curl gives to what it knows no type of.
            return request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("10.5555/cs.hallam2016\n"))
                    .build();
        }
        return sent == null
                ? request.build()
                : request.POST(HttpRequest.BodyPublishers.ofString(sent)).build();
    }
}
