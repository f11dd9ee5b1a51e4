/** What the labelled data sets teach. */
package org.citestream.training.data;
