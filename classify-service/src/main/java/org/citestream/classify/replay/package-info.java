/** Another model over the kept log: replay into a candidate topic, promotion, discard. */
package org.citestream.classify.replay;
