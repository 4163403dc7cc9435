package dev.zorya.installers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** One library of the list of parts (CycloneDX 1.6, XML). */
record Part(String group, String name, String version, List<Licence> licences) {
    /** @param text empty if the list does not know it */
    record Licence(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Its line in {@code NOTICE.md}: name, version, licence. */
    String notice() {
        String words = licences.stream().map(Licence::name).collect(Collectors.joining(" or "));
        return "| " + group + ":" + name + " | " + version + " | " + words + " |";
    }

    static List<Part> read(Path file) throws IOException, BuildException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element bom = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            List<Part> parts = new ArrayList<>();
            for (Element component : children(child(bom, "components").orElseThrow(), "component")) {
                parts.add(new Part(
                        text(component, "group"),
                        text(component, "name"),
                        text(component, "version"),
                        licences(component)));
            }
            return parts;
        } catch (ParserConfigurationException | SAXException e) {
            throw new BuildException(file + " is not the list that was expected: " + e.getMessage());
        }
    }

    private static List<Licence> licences(Element component) {
        List<Licence> found = new ArrayList<>();
        child(component, "licenses").ifPresent(all -> {
            children(all, "license").forEach(licence -> found.add(licence(licence)));
            children(all, "expression").forEach(words -> found.add(new Licence(words.getTextContent(), "")));
        });
        return List.copyOf(found);
    }

    private static Licence licence(Element licence) {
        String id = text(licence, "id");
        String text = child(licence, "text")
                .map(node -> node.getAttribute("encoding").equals("base64")
                        ? new String(Base64.getMimeDecoder().decode(node.getTextContent()), StandardCharsets.UTF_8)
                        : node.getTextContent())
                .orElse("");
        return new Licence(id.isEmpty() ? text(licence, "name") : id, text);
    }

    private static String text(Element parent, String name) {
        return child(parent, name).map(Node::getTextContent).orElse("");
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeName().equals(name))
                .flatMap(Part::element)
                .toList();
    }

    private static Stream<Element> element(Node node) {
        return node instanceof Element element ? Stream.of(element) : Stream.empty();
    }
}
