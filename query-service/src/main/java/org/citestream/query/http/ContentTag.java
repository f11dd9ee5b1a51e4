package org.citestream.query.http;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Answers 304 to clients that already have a page, by a digest of its text: for pages that show more than a version of the
 * tables stands for. Saves sending the page, not making it. Stateless.
 */
public final class ContentTag {

    private static final int LENGTH = 22;

    private ContentTag() {}

    /** The page, or 304 if the client has it. */
    public static Response answer(Request request, TemplateInstance page) {
        String html = page.render();
        EntityTag tag = new EntityTag(digest(html), true);
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        return (known == null ? Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")) : known)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, Revalidation.KEEP_BUT_ASK)
                .header(HttpHeaders.VARY, "Accept-Encoding")
                .build();
    }

    private static String digest(String html) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(html.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
