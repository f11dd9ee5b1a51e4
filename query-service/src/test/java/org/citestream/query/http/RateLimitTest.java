package org.citestream.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.citestream.kit.access.ApiKeys;
import org.citestream.kit.access.ClientAddresses;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final long MINUTE = 60_000;

    private final RateLimit limit = new RateLimit(
            new RateLimit.DialectSettings() {
                @Override
                public int requestsPerMinute() {
                    return 2;
                }

                @Override
                public int addresses() {
                    return 2;
                }
            },
            () -> 2,
            new ApiKeys(Optional.empty()),
            new ClientAddresses(Optional.empty()));

    @Test
    void shouldCountEachClientByTheMinute() {
        assertThat(limit.taken("a", 1_000).requests()).isEqualTo(1);
        assertThat(limit.taken("a", 1_000 + MINUTE - 1)).isEqualTo(new RateLimit.Window(1_000, 2));
        assertThat(limit.taken("b", 2_000).requests()).isEqualTo(1);
        assertThat(limit.taken("a", 1_000 + MINUTE)).isEqualTo(new RateLimit.Window(1_000 + MINUTE, 1));
    }

    @Test
    void shouldForgetTheOneCountedLongestWhenThereAreTooMany() {
        limit.taken("a", 0);
        limit.taken("b", 1);
        limit.taken("c", 2);

        assertThat(limit.taken("c", 3).requests()).isEqualTo(2);
        assertThat(limit.taken("a", 3).requests()).as("counted anew").isEqualTo(1);
    }
}
