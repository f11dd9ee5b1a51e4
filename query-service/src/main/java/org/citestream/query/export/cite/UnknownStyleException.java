package org.citestream.query.export.cite;

/** There is no official style or locale of that name. */
public final class UnknownStyleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    UnknownStyleException(String parameter, String detail) {
        super(detail);
        this.parameter = parameter;
    }

    /** {@code style} or {@code locale}. */
    public String parameter() {
        return parameter;
    }
}
