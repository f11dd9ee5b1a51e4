package org.citestream.query.alert;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.citestream.query.access.Hmac;

/**
 * Signs calls as the Standard Webhooks specification says (standardwebhooks.com): HMAC-SHA256 over
 * {@code id.timestamp.body} with the key behind {@code whsec_}, in Base64, behind {@code v1,}. Pure.
 */
final class WebhookSignature {

    private static final String PREFIX = "whsec_";

    private WebhookSignature() {}

    /** @param timestamp seconds since 1970 */
    static String of(String secret, String id, long timestamp, byte[] body) {
        var key = new Hmac(Base64.getDecoder().decode(secret.substring(PREFIX.length())));
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(key.bytes(head, body));
    }
}
