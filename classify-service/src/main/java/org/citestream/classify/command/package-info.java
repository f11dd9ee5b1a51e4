/** Where the service starts, and the classifier without a platform: train, evaluate, classify, reclassify. */
package org.citestream.classify.command;
