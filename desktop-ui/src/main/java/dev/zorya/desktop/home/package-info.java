/**
 * Home (UI.md mock-up home): one number, where it is, what happened, what needs the person, whom to pay again.
 * {@link dev.zorya.desktop.home.HomeController} is the entrance.
 * The model is a plain function of the snapshot.
 */
@NullMarked
package dev.zorya.desktop.home;

import org.jspecify.annotations.NullMarked;
