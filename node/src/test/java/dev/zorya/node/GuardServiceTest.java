package dev.zorya.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The files that start the guard, on the three systems. */
class GuardServiceTest {
    @TempDir
    Path home;

    private GuardService.Order order() {
        return new GuardService.Order(
                home.resolve("My Programs & more/zorya"),
                home.resolve("data"),
                "nadia",
                Optional.of(home.resolve("100%")));
    }

    @Test
    void systemdGetsAUnitOfTheUser() throws IOException {
        String told = GuardService.of("Linux", home, Map.of()).install(order());
        Path file = home.resolve(".config/systemd/user/zorya-guard.service");
        String unit = Files.readString(file);
        assertTrue(told.contains(file.toString()), told);
        assertTrue(told.contains("systemctl --user enable --now zorya-guard"), told);
        assertTrue(
                unit.contains("ExecStart=\"" + home + "/My Programs & more/zorya\" \"guard\" \"--data\" \"" + home
                        + "/data\" \"--wallet\" \"nadia\" \"--passphrase-file\" \"" + home + "/100%%\"\n"),
                unit);
        assertTrue(unit.contains("Restart=on-failure"), unit);
    }

    @Test
    void systemdUnitsLieWhereTheUserKeepsTheConfiguration() throws IOException {
        Path config = home.resolve("elsewhere");
        GuardService.of("Linux", home, Map.of("XDG_CONFIG_HOME", config.toString()))
                .install(order());
        assertTrue(Files.exists(config.resolve("systemd/user/zorya-guard.service")));
    }

    @Test
    void launchdGetsAnAgentWhoseWordsAreTheCommand() throws Exception {
        GuardService.of("Mac OS X", home, Map.of()).install(order());
        String text = Files.readString(home.resolve("Library/LaunchAgents/dev.zorya.guard.plist"));
        NodeList words = xml(text.replaceFirst("<!DOCTYPE[^>]*>", ""))
                .getElementsByTagName("array")
                .item(0)
                .getChildNodes();
        List<String> command = java.util.stream.IntStream.range(0, words.getLength())
                .mapToObj(words::item)
                .filter(node -> node.getNodeName().equals("string"))
                .map(org.w3c.dom.Node::getTextContent)
                .toList();
        assertEquals(order().command(), command);
    }

    @Test
    void windowsGetsATaskAtLogOn() throws Exception {
        String told = GuardService.of("Windows 11", home, Map.of()).install(order());
        Path file = home.resolve("AppData/Local/Zorya/zorya-guard.xml");
        Document task = xml(Files.readString(file));
        assertEquals(
                order().launcher().toString(),
                task.getElementsByTagName("Command").item(0).getTextContent());
        assertTrue(
                task.getElementsByTagName("Arguments").item(0).getTextContent().startsWith("\"guard\" \"--data\" \""));
        assertTrue(told.contains("schtasks /Create /TN zorya-guard /XML \"" + file + "\""), told);
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
