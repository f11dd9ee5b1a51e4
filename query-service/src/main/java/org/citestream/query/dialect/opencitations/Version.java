package org.citestream.query.dialect.opencitations;

/** How ids are written: version 1 knows bare DOIs only, version 2 all ids of a work. */
enum Version {
    V1,
    V2
}
