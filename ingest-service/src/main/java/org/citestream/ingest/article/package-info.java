/**
 * What an article is: pure records, no framework, no input or output. A component is null where the source does not
 * give it.
 */
package org.citestream.ingest.article;
