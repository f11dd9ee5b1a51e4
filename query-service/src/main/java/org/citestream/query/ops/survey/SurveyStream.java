package org.citestream.query.ops.survey;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.inject.Singleton;

/** Looks as they come, for as many readers as there are; a slow one misses looks, never the last. Thread-safe. */
@Singleton
public record SurveyStream(Survey survey) {

    /** The last look at once, then each new one. */
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
