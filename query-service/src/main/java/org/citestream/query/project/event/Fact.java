package org.citestream.query.project.event;

/** The content of a record on one of the projection's topics. */
public sealed interface Fact permits ArticleFact, PublicationFact, CorrectionFact {}
