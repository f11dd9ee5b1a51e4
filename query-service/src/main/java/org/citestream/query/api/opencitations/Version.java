package org.citestream.query.api.opencitations;

/** How ids are written: version 1 knows bare DOIs only, version 2 all ids of a work. */
enum Version {
    V1,
    V2
}
