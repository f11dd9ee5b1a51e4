package org.citestream.query.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Swagger UI may do in a browser. Its page has one inline script, which is allowed by its hash, and sets inline
 * styles. Nothing foreign is loaded, and requests go to this host only.
 */
@ApplicationScoped
class SwaggerPolicy {

    private static final int FIRST = 300;
    private static final String PATH = "/q/swagger-ui";
    private static final String PAGE = "META-INF/swagger-ui-files/index.html";
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    private final String policy = "default-src 'none'; script-src 'self' " + inlineScripts()
            + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(this::guard, FIRST);
    }

    private void guard(RoutingContext context) {
        String path = context.request().path();
        if (path != null && path.startsWith(PATH)) {
            context.response()
                    .putHeader("Content-Security-Policy", policy)
                    .putHeader("X-Content-Type-Options", "nosniff");
        }
        context.next();
    }

    /** The page is generated at build time; in a test it is elsewhere, and inline scripts are allowed. */
    private static String inlineScripts() {
        try (InputStream page = Thread.currentThread().getContextClassLoader().getResourceAsStream(PAGE)) {
            if (page == null) {
                return "'unsafe-inline'";
            }
            Matcher script = SCRIPT.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8));
            StringBuilder hashes = new StringBuilder();
            while (script.find()) {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
                hashes.append(" 'sha256-")
                        .append(Base64.getEncoder().encodeToString(digest))
                        .append('\'');
            }
            return hashes.toString().strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Swagger UI's page cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
