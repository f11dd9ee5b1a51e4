package org.citestream.query.ops.survey;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.inject.Singleton;

/** Streams survey results to any number of readers; a slow one misses some, but never the last. Thread-safe. */
@Singleton
public record SurveyStream(Survey survey) {

    /** The last result at once, then each new one. */
    public Multi<SurveyResult> readings() {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            Runnable end = survey.onReading(emitter::emit);
                            emitter.onTermination(end);
                            emitter.emit(survey.last());
                        },
                        BackPressureStrategy.LATEST);
    }
}
