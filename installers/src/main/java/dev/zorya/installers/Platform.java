package dev.zorya.installers;

import java.util.Locale;

/** The system that this build runs on and packages for; the native parts of each library have their own names for it. */
record Platform(Os os, Arch arch) {
    enum Os {
        LINUX,
        WINDOWS,
        MAC
    }

    enum Arch {
        X64,
        ARM64
    }

    static Platform here() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** From the system properties {@code os.name} and {@code os.arch}. */
    static Platform of(String name, String processor) {
        String system = name.toLowerCase(Locale.ROOT);
        Os os = system.startsWith("windows") ? Os.WINDOWS : system.startsWith("mac") ? Os.MAC : Os.LINUX;
        return new Platform(os, processor.equals("aarch64") || processor.equals("arm64") ? Arch.ARM64 : Arch.X64);
    }

    /** In names of files: {@code linux-x64}. */
    String word() {
        String system = switch (os) {
            case LINUX -> "linux";
            case WINDOWS -> "windows";
            case MAC -> "macos";
        };
        return system + "-" + arch.name().toLowerCase(Locale.ROOT);
    }

    /** Folder below {@code org/sqlite/native} in the jar of sqlite-jdbc. */
    String sqlite() {
        String system = switch (os) {
            case LINUX -> "Linux";
            case WINDOWS -> "Windows";
            case MAC -> "Mac";
        };
        return system + "/" + gnu();
    }

    /** Folder below {@code fr/acinq/secp256k1/jni/native}; the one of macOS holds both processors. */
    String secp256k1() {
        return switch (os) {
            case LINUX -> "linux-" + gnu();
            case WINDOWS -> "mingw-" + gnu();
            case MAC -> "darwin";
        };
    }

    /** The middle of the jar's name, {@code secp256k1-kmp-jni-jvm-linux-0.22.0.jar}. */
    String secp256k1Jar() {
        return switch (os) {
            case LINUX -> "linux";
            case WINDOWS -> "mingw";
            case MAC -> "darwin";
        };
    }

    /** The program of the practice chain in its npm package below {@code @foundry-rs}. */
    String anvil() {
        String processor = arch == Arch.ARM64 ? "arm64" : "amd64";
        return switch (os) {
            case LINUX -> "anvil-linux-" + processor + "/bin/anvil";
            case WINDOWS -> "anvil-win32-" + processor + "/bin/anvil.exe";
            case MAC -> "anvil-darwin-" + processor + "/bin/anvil";
        };
    }

    /** As Debian calls the processor. */
    String debian() {
        return arch == Arch.ARM64 ? "arm64" : "amd64";
    }

    /** As RPM calls the processor. */
    String gnu() {
        return arch == Arch.ARM64 ? "aarch64" : "x86_64";
    }
}
