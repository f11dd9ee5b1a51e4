package org.citestream.query.dialect.opencitations;

/** How ids are written: version 1 knows bare DOIs only, version 2 all ids of a work. */
enum IndexVersion {
    V1,
    V2
}
