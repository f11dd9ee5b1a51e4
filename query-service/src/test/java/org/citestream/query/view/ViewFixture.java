package org.citestream.query.view;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;

/** For tests of what reads the view: the works of a class are there before its first test, and stay for the others. */
public abstract class ViewFixture {

    private static final Set<String> FILLED = ConcurrentHashMap.newKeySet();

    @Inject
    protected AgroalDataSource dataSource;

    protected FilledView view;

    /** Fills {@link #view} with what the tests of this class read. */
    protected abstract void fill() throws Exception;

    @BeforeEach
    final void fillOnce() throws Exception {
        view = new FilledView(dataSource);
        if (FILLED.add(getClass().getName())) {
            fill();
        }
    }
}
