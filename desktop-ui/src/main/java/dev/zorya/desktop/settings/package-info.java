/**
 * Settings: one page with sections (UI.md mock-up settings-identity). Appearance and About also work before a wallet is open.
 * {@link dev.zorya.desktop.settings.SettingsController} is the entrance inside a wallet, {@link dev.zorya.desktop.settings.Appearance} what is remembered.
 * Sections that do not exist yet have no entry.
 */
@NullMarked
package dev.zorya.desktop.settings;

import org.jspecify.annotations.NullMarked;
