package dev.zorya.desktop.pay;

/** Which way the money goes. */
public enum Kind {
    PAY,
    REQUEST
}
