package org.citestream.query.vocabulary;

import jakarta.persistence.AttributeConverter;

/** Between a column's code and the value it stands for; null stays null. */
abstract class CodeConverter<E extends Coded> implements AttributeConverter<E, Short> {

    private final Vocabulary<E> vocabulary;

    CodeConverter(Vocabulary<E> vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public Short convertToDatabaseColumn(E value) {
        return value == null ? null : (short) value.code();
    }

    @Override
    public E convertToEntityAttribute(Short code) {
        return code == null ? null : vocabulary.ofCode(code);
    }
}
