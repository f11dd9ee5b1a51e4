package org.citestream.query.project.event;

/** A fact about who is who: the last value of its key counts. */
public sealed interface PublicationFact extends Fact
        permits PublicationDescribed, AliasFound, NoticeIssued, PublicationFactRemoved {}
