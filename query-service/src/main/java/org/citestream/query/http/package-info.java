/**
 * What all HTTP answers share: paging, ids in paths, links, caching, compression, rate limits, the API description.
 */
package org.citestream.query.http;
