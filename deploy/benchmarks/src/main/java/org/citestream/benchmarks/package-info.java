/** A running line made large, and measured as its readers see it. METHODOLOGY.md says how, results/ what came out. */
package org.citestream.benchmarks;
