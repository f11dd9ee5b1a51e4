/** What an article is: pure records, no framework, no input or output. A component is null where the source is silent. */
package org.citestream.ingest.article;
