package org.citestream.query.check;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.citestream.query.PlatformResource;
import org.junit.jupiter.api.Test;

/** A list that takes its time: a page of its own shows how far it is, then the report, then files of it. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class CheckProgressTest {

    @Test
    void shouldShowTheProgressThenTheReport() throws Exception {
        // Given
        ReferenceLists.READING.acquire(2);
        String address;
        try {
            // When
            address = given().redirects()
                    .follow(false)
                    .multiPart("list", "Nobody N. Of nothing that is held here zyzzyva. 1999.")
                    .post("/check")
                    .then()
                    .statusCode(303)
                    .header("Location", containsString("/check/"))
                    .extract()
                    .header("Location");
            // Then
            given().get(address)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .body(containsString("<meta http-equiv=\"refresh\" content=\"2\">"))
                    .body(containsString("<progress"))
                    .body(containsString("noindex"));
        } finally {
            ReferenceLists.READING.release(2);
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().get(address)
                .then()
                .body(containsString("1 reference, read as text"))
                .body(not(containsString("http-equiv=\"refresh\""))));
        given().get(address + "?as=csv")
                .then()
                .contentType("text/csv")
                .header("Content-Disposition", containsString("references.csv"))
                .body(startsWith("number,"));
        given().get(address + "?as=json").then().contentType("application/json");
        given().redirects().follow(false).post(address + "/delete").then().statusCode(303);
        given().get(address).then().statusCode(404);
    }
}
