package org.citestream.query.problem;

/** A parameter is not valid: its name, what is wrong with it, and what to write instead. */
public final class BadParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    public BadParameterException(String parameter, String whatIsWrongAndWhatToDo) {
        super(whatIsWrongAndWhatToDo);
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
