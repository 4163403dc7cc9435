/**
 * Programs without a window: the demonstration and, later, the node, the guard and the scripted peer.
 * Each is a thin layer over the wallet module.
 */
@NullMarked
package dev.zorya.node;

import org.jspecify.annotations.NullMarked;
