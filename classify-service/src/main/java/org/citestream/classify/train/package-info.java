/** Makes the model from labelled data, and measures it. Runs from the command line only. */
package org.citestream.classify.train;
