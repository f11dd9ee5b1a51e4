package org.citestream.query.web;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;

/** Pages as browsers get them. */
final class ShownPage {

    private ShownPage() {}

    /** The page at a path that is sent as it is written. */
    static String page(String path) {
        return given().accept(ContentType.HTML)
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
    }
}
