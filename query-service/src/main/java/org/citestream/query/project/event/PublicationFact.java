package org.citestream.query.project.event;

/** A fact about a publication's identity or description; the last value of its key applies. */
public sealed interface PublicationFact extends Fact
        permits PublicationDescribed, AliasFound, NoticeIssued, NoticeWithdrawn, PublicationFactRemoved {}
