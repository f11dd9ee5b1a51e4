package org.citestream.classify.intake;

/** A record breaks the contract; the message names the field and what it must be. */
public final class ContractException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ContractException(String message) {
        super(message);
    }
}
