/**
 * QR codes, drawn and read (UI.md 8), and the files and pictures in which a contact's link can come.
 * {@link dev.zorya.desktop.qr.QrCode} draws and reads one, {@link dev.zorya.desktop.qr.LinkFile} reads a dropped file.
 * What a link says is judged by the wallet, never here.
 */
@NullMarked
package dev.zorya.desktop.qr;

import org.jspecify.annotations.NullMarked;
