/** The dialect of Semantic Scholar's academic graph API: papers, their citations with contexts and intents, batches. */
package org.citestream.query.dialect.semanticscholar;
