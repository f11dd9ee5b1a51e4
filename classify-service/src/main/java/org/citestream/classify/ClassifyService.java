package org.citestream.classify;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where classify-service starts. */
@QuarkusMain
public final class ClassifyService {

    private ClassifyService() {}

    public static void main(String[] args) {
        Quarkus.run(args);
    }
}
