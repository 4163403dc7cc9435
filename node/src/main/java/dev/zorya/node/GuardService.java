package dev.zorya.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a system is told to run the guard for this user. Each writes one file and says how to switch it on and off. */
sealed interface GuardService {
    /** Without {@code .service}, {@code .plist} and the like. */
    String NAME = "zorya-guard";

    /**
     * What is to be run.
     *
     * @param wallet its id
     */
    record Order(Path launcher, Path data, String wallet, Optional<Path> passphraseFile) {
        List<String> command() {
            List<String> words = new ArrayList<>(List.of(
                    launcher.toString(),
                    "guard",
                    "--data",
                    data.toAbsolutePath().toString(),
                    "--wallet",
                    wallet));
            passphraseFile.ifPresent(file -> words.addAll(
                    List.of("--passphrase-file", file.toAbsolutePath().toString())));
            return words;
        }
    }

    /** Writes the file. @return for the person: what was written, and what to do next */
    String install(Order order) throws IOException;

    /** @param system value of {@code os.name} */
    static GuardService of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new TaskScheduler(home);
        }
        if (name.startsWith("mac")) {
            return new Launchd(home);
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return new Systemd(config.isBlank() ? home.resolve(".config") : Path.of(config));
    }

    /** Linux: a unit of the user's own systemd. @param config the user's configuration folder */
    record Systemd(Path config) implements GuardService {
        @Override
        public String install(Order order) throws IOException {
            String command = order.command().stream().map(Systemd::quoted).collect(Collectors.joining(" "));
            Path file = write(config.resolve("systemd/user").resolve(NAME + ".service"), """
                [Unit]
                Description=Zorya guards the channels of your wallet
                After=network-online.target

                [Service]
                ExecStart=%s
                Restart=on-failure
                RestartSec=10

                [Install]
                WantedBy=default.target
                """.formatted(command));
            return "Written: " + file + "\nSwitch it on:  systemctl --user enable --now " + NAME
                    + "\n"
                    + "Also while you are logged out:  loginctl enable-linger\n"
                    + "Switch it off:  systemctl --user disable --now "
                    + NAME;
        }

        /** As systemd.service(5) wants it: a percent sign would be a specifier, a dollar sign a variable. */
        private static String quoted(String word) {
            return '"'
                    + word.replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("%", "%%")
                            .replace("$", "$$")
                    + '"';
        }
    }

    /** macOS: an agent of the user. */
    record Launchd(Path home) implements GuardService {
        private static final String LABEL = "dev.zorya.guard";

        @Override
        public String install(Order order) throws IOException {
            String words = order.command().stream()
                    .map(word -> "        <string>" + xml(word) + "</string>\n")
                    .collect(Collectors.joining());
            Path file =
                    write(home.resolve("Library/LaunchAgents").resolve(LABEL + ".plist"), """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                        <plist version="1.0">
                        <dict>
                            <key>Label</key>
                            <string>%s</string>
                            <key>ProgramArguments</key>
                            <array>
                        %s    </array>
                            <key>RunAtLoad</key>
                            <true/>
                            <key>KeepAlive</key>
                            <true/>
                            <key>ThrottleInterval</key>
                            <integer>10</integer>
                        </dict>
                        </plist>
                        """.formatted(LABEL, words));
            return "Written: " + file + "\nSwitch it on:  launchctl load -w \"" + file
                    + "\"\nSwitch it off:  launchctl unload -w \"" + file + "\"";
        }
    }

    /** Windows: a task of the user, at log-on. */
    record TaskScheduler(Path home) implements GuardService {
        @Override
        public String install(Order order) throws IOException {
            List<String> words = order.command();
            String arguments = words.subList(1, words.size()).stream()
                    .map(word -> '"' + word + '"')
                    .collect(Collectors.joining(" "));
            Path file = write(home.resolve("AppData/Local/Zorya").resolve(NAME + ".xml"), """
                <?xml version="1.0"?>
                <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
                  <Triggers><LogonTrigger><Enabled>true</Enabled></LogonTrigger></Triggers>
                  <Settings>
                    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
                    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
                    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
                    <RestartOnFailure><Interval>PT1M</Interval><Count>999</Count></RestartOnFailure>
                  </Settings>
                  <Actions><Exec><Command>%s</Command><Arguments>%s</Arguments></Exec></Actions>
                </Task>
                """.formatted(
                            xml(words.getFirst()), xml(arguments)));
            return "Written: " + file + "\nSwitch it on:  schtasks /Create /TN " + NAME + " /XML \"" + file
                    + "\"\nSwitch it off:  schtasks /Delete /TN " + NAME;
        }
    }

    private static Path write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
