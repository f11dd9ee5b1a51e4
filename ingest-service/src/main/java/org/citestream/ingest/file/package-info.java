/** The bytes of an article: as they arrived, and as they are kept to be read again. */
package org.citestream.ingest.file;
