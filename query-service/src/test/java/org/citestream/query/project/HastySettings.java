package org.citestream.query.project;

import java.time.Duration;

/**
 * Settings of a projection that never waits.
 *
 * @param swapPatience how long a swap may hold up the projection
 */
public record HastySettings(int batchSize, Duration swapPatience) implements ProjectionSettings, RebuildSettings {

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public Duration pollTimeout() {
        return Duration.ZERO;
    }

    @Override
    public Duration backoff() {
        return Duration.ZERO;
    }

    @Override
    public Duration backoffLimit() {
        return Duration.ZERO;
    }

    @Override
    public Duration sessionTimeout() {
        return Duration.ZERO;
    }

    @Override
    public Duration controlInterval() {
        return Duration.ZERO;
    }

    @Override
    public Duration openLimit() {
        return Duration.ZERO;
    }

    @Override
    public int replicationFactor() {
        return 1;
    }

    @Override
    public Duration swapPoll() {
        return Duration.ZERO;
    }

    @Override
    public Duration keepRetired() {
        return Duration.ofDays(1);
    }
}
