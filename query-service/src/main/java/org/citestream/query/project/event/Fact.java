package org.citestream.query.project.event;

/** Anything that a record on one of the projection's topics can say. */
public sealed interface Fact permits ArticleFact, PublicationFact, CorrectionFact {}
