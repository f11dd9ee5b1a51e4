package org.citestream.query.dialect.scite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.citestream.query.PlatformResource;
import org.citestream.query.api.WireSchema;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.view.ViewFixture;
import org.junit.jupiter.api.Test;

/** scite's reference check as its clients use it: send a form, ask until it has ended, read the papers. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ReferenceCheckTasksTest extends ViewFixture {

    private static final String BETTONGS = "10.5555/refcheck.bettongs";
    private static final String LIST = """
            Okoye A. Bettongs bury truffles. J Odd. 2010. doi:10.5555/refcheck.bettongs
            Nobody N. Of nothing that is held here zyzzyva. 1999.
            """;

    @Override
    protected void fill() throws SQLException {
        view.works(List.of(
                        SampleWork.of("doi:" + BETTONGS, "Bettongs bury truffles", "2010")
                                .by("Ada Okoye")
                                .noticed("retraction"),
                        SampleWork.of("doi:10.5555/refcheck.critic", "Unburied", "2015")))
                .said(List.of(
                        SampleStatement.of("doi:10.5555/refcheck.critic", "doi:" + BETTONGS, "We dug and found none.")
                                .as("contrasting", 0.9)));
    }

    @Test
    void shouldAnswerAClientThatAsksUntilItHasEnded() throws Exception {
        // Given
        Response scheduled = given().queryParam("upload_for", "reference-check")
                .multiPart("pdf", "manuscript.txt", LIST.getBytes(StandardCharsets.UTF_8), "application/octet-stream")
                .post("/reference_check");
        scheduled.then().statusCode(201);
        String id = WireSchema.checked("ScheduleResponse", scheduled.asString())
                .path("id")
                .asText();
        // When
        JsonNode task = ended(id);
        // Then
        assertThat(task.path("status").asText()).isEqualTo("SUCCESS");
        JsonNode paper = task.path("papers").path(BETTONGS);
        assertThat(paper.path("title").asText()).isEqualTo("Bettongs bury truffles");
        assertThat(paper.path("retracted").asBoolean()).isTrue();
        assertThat(paper.at("/editorialNotices/0/status").asText()).isEqualTo("Retracted");
        assertThat(task.path("papers")).hasSize(1);
        assertThat(task.at("/tallies/10.5555~1refcheck.bettongs/contradicting").asInt())
                .isEqualTo(1);
        assertThat(task.at("/overallTally/total").asInt()).isEqualTo(1);
        assertThat(task.at("/result/citations/0/target").asText()).isEqualTo(BETTONGS);
        assertThat(task.at("/result/citations/0/snippet").asText()).startsWith("Okoye A. Bettongs bury truffles.");
        assertThat(task.at("/info/description").asText()).isEqualTo("2 of 2 references checked");
        String page = WireSchema.checked(
                        "ResultUrlResponse",
                        given().get("/reference_check/tasks/" + id + "/result_url")
                                .asString())
                .path("reportUrl")
                .asText();
        assertThat(page).isEqualTo("http://127.0.0.1:8080/check/" + id);
        given().get("/check/" + id).then().statusCode(200).body(containsString("2 references, read as text"));
        given().post("/check/" + id + "/delete").then().statusCode(200);
        given().get("/reference_check/tasks/" + id).then().statusCode(404).body("detail", containsString("Not Found"));
    }

    @Test
    void shouldSayWhyAManuscriptWasNotReadAndRefuseWhatIsNone() throws Exception {
        // Given
        String id = given().multiPart(
                        "file", "manuscript.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "application/pdf")
                .post("/reference_check")
                .path("id");
        // When
        JsonNode failed = ended(id);
        // Then
        assertThat(failed.path("status").asText()).isEqualTo("FAILURE");
        assertThat(failed.path("error").asText()).contains("citestream.check.grobid-url");
        assertThat(failed.has("papers")).isFalse();
        given().get("/reference_check/tasks/" + id + "/cancel").then().body("status", equalTo("FAILURE"));
        given().multiPart("other", "x").post("/reference_check").then().statusCode(422);
        given().queryParam("file_url", "http://127.0.0.1/secret")
                .multiPart("other", "x")
                .post("/reference_check")
                .then()
                .statusCode(422)
                .body("detail[0].msg", containsString("not followed"));
        given().get("/reference_check/tasks/nobody").then().statusCode(404);
    }

    private static JsonNode ended(String id) throws IOException {
        AtomicReference<String> last = new AtomicReference<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            Response answer = given().get("/reference_check/tasks/" + id);
            last.set(answer.asString());
            return answer.statusCode() == 200 && !List.of("PENDING", "STARTED").contains(answer.<String>path("status"));
        });
        return WireSchema.checked("TaskResponse", last.get());
    }
}
