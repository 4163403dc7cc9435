/**
 * Measurements: JMH for single operations, whole-process rates over TLS and real files for payments.
 * Nothing here is a test; a number is printed with what it was measured on.
 */
@NullMarked
package dev.zorya.benchmarks;

import org.jspecify.annotations.NullMarked;
