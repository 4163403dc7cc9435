/**
 * The compiled contracts: what is deployed, and how deployed code is recognised, ours and the official build alike.
 * The JSON files beside these classes come from scripts/compile.mjs and are committed; a test compiles again and compares bytes.
 * Public entrance: {@link dev.zorya.ethereum.artifact.Artifact}.
 */
@NullMarked
package dev.zorya.ethereum.artifact;

import org.jspecify.annotations.NullMarked;
