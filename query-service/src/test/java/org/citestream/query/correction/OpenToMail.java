package org.citestream.query.correction;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** People without a key may propose, and two who agree are enough. */
public final class OpenToMail implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("citestream.corrections.by-mail", "true", "citestream.corrections.confirmations", "1");
    }
}
