package org.citestream.query.ops.rebuild;

import java.time.Instant;
import java.util.Locale;
import org.citestream.query.project.RebuildState;

/**
 * The state of this instance's rebuild.
 *
 * @param state idle, filling, swapping, done or failed
 * @param generation the generation being filled, or now seen by readers; null if none
 * @param done offsets passed, of {@code total}
 * @param percent share of the log that was read, 0 to 100
 * @param changes number of changes published because the generations differed; null before the swap
 */
public record RebuildAnswer(
        String state,
        Integer generation,
        Instant since,
        Instant until,
        Long done,
        Long total,
        Integer percent,
        Integer changes,
        String reason) {

    public static RebuildAnswer of(RebuildState state) {
        String name = state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        if (state instanceof RebuildState.Filling filling) {
            int percent = filling.total() == 0 ? 0 : (int) (100 * filling.done() / filling.total());
            return new RebuildAnswer(
                    name,
                    filling.generation(),
                    filling.since(),
                    null,
                    filling.done(),
                    filling.total(),
                    percent,
                    null,
                    null);
        } else if (state instanceof RebuildState.Swapping swapping) {
            return new RebuildAnswer(name, swapping.generation(), swapping.since(), null, null, null, 100, null, null);
        } else if (state instanceof RebuildState.Done done) {
            return new RebuildAnswer(
                    name, done.generation(), done.since(), done.until(), null, null, 100, done.changes(), null);
        } else if (state instanceof RebuildState.Failed failed) {
            return new RebuildAnswer(
                    name, null, failed.since(), failed.until(), null, null, null, null, failed.reason());
        }
        return new RebuildAnswer(name, null, null, null, null, null, null, null, null);
    }

    /** Whether a rebuild is running. */
    public boolean running() {
        return state.equals("filling") || state.equals("swapping");
    }
}
