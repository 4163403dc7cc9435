/**
 * The parts that screens are made of (UI.md 8): bars, chips, notes, fields, panels.
 * Each class is one component that builds its nodes from ready text and plain numbers.
 * Components decide nothing and call nobody but the callback they were given.
 */
@NullMarked
package dev.zorya.desktop.component;

import org.jspecify.annotations.NullMarked;
