/** The classifier without a platform: train, evaluate, classify. */
package org.citestream.classify.command;
