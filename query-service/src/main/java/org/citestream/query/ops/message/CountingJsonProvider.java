package org.citestream.query.ops.message;

import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import java.util.Collection;

/**
 * Limits how many values a JSON path may visit: paths with two recursive descents ({@code $..*..*}) visit each value
 * once for each value above it. For one evaluation on one document.
 */
final class CountingJsonProvider extends JacksonJsonNodeJsonProvider {

    private long left;

    CountingJsonProvider(int steps) {
        this.left = steps;
    }

    /** Whether the path was cut short. */
    boolean isSpent() {
        return left < 0;
    }

    private void step(int values) {
        left -= values;
        if (left < 0) {
            throw new CostlyPathException();
        }
    }

    @Override
    public boolean isArray(Object value) {
        step(1);
        return super.isArray(value);
    }

    @Override
    public boolean isMap(Object value) {
        step(1);
        return super.isMap(value);
    }

    @Override
    public Object getArrayIndex(Object array, int index) {
        step(1);
        return super.getArrayIndex(array, index);
    }

    @Override
    public Object getMapValue(Object map, String key) {
        step(1);
        return super.getMapValue(map, key);
    }

    @Override
    public Collection<String> getPropertyKeys(Object map) {
        Collection<String> keys = super.getPropertyKeys(map);
        step(1 + keys.size());
        return keys;
    }

    @Override
    public void setArrayIndex(Object array, int index, Object value) {
        step(1);
        super.setArrayIndex(array, index, value);
    }
}
