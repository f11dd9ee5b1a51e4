/** Looks at broker and database again and again, and keeps what it saw for whoever asks. */
package org.citestream.query.ops.survey;
