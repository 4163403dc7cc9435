package dev.zorya.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This computer's name for people, without asking the network for it. */
final class Host {
    private Host() {}

    static String name() {
        for (String variable : new String[] {"COMPUTERNAME", "HOSTNAME"}) {
            String value = System.getenv(variable);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException e) {
            return "this computer";
        }
    }
}
