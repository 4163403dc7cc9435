package dev.zorya.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What goes with the program on paper: the list of its parts (CycloneDX), the text of each part's licence, ours. A part without a
 * text stops the build, and so does one that {@code NOTICE.md} does not name. The licences of Java itself lie in the runtime's own
 * folder {@code legal}.
 */
final class Papers {
    private final Places places;
    private final Product product;

    Papers(Places places, Product product) {
        this.places = places;
        this.product = product;
    }

    void into(Path app) throws IOException, BuildException {
        Path list = places.sbom().resolveSibling("sbom.json");
        if (!Files.isRegularFile(list)) {
            throw new BuildException("There is no list of parts: " + list + "\n./zorya package makes it.");
        }
        Files.copy(list, app.resolve("sbom.json"));
        Path folder = Files.createDirectories(app.resolve("licences"));
        Files.copy(places.source().resolve("LICENSE"), folder.resolve("Zorya.txt"));
        Path notice = places.source().resolve("NOTICE.md");
        Files.copy(notice, folder.resolve("NOTICE.md"));
        Files.writeString(
                folder.resolve("anvil.txt"),
                "The practice chain anvil is part of Foundry and under the MIT or the Apache License 2.0. It is"
                        + " shipped under the latter:\n\n"
                        + Files.readString(places.source().resolve("LICENSE")));
        List<Part> parts = Part.read(places.sbom().resolveSibling("sbom.xml")).stream()
                .filter(part -> !part.group().equals("dev.zorya"))
                .toList();
        requireNamed(parts, Files.readString(notice));
        Map<String, String> texts = new TreeMap<>();
        List<String> index = new ArrayList<>();
        for (Part part : parts) {
            index.add(part.name() + " " + part.version() + ": " + file(part, texts));
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(folder.resolve(text.getKey()), text.getValue());
        }
        Files.writeString(
                folder.resolve("README.txt"),
                "Zorya " + product.version() + " is made of these parts. Each line names the file with the licence.\n\n"
                        + String.join("\n", index) + "\n");
    }

    private static void requireNamed(List<Part> parts, String notice) throws BuildException {
        List<String> missing = parts.stream()
                .map(Part::notice)
                .filter(line -> !notice.contains(line.substring(0, line.lastIndexOf('|', line.length() - 2) + 1)))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new BuildException("NOTICE.md does not name these parts:\n" + String.join("\n", missing));
        }
    }

    /** The jar's own text says whose the work is, so it comes first; then the text of the licence as such. */
    private String file(Part part, Map<String, String> texts) throws IOException, BuildException {
        Optional<String> own = ownText(part);
        if (own.isPresent()) {
            // with the version: different parts have the same name
            String name = part.name() + "-" + part.version() + ".txt";
            texts.put(name, own.get());
            return name;
        }
        for (Part.Licence licence : part.licences()) {
            Path ours = places.resources().resolve("licences/" + licence.name() + ".txt");
            if (Files.isRegularFile(ours)) {
                texts.put(ours.getFileName().toString(), Files.readString(ours));
                return ours.getFileName().toString();
            }
            if (!licence.text().isBlank()) {
                String name = licence.name() + ".txt";
                texts.put(name, licence.text());
                return name;
            }
        }
        throw new BuildException("Nobody knows the text of the licence of " + part.name() + " (" + part.licences()
                + "). Put it into installers/src/main/licences.");
    }

    private Optional<String> ownText(Part part) throws IOException {
        Path jar = places.classpath().resolve(part.name() + "-" + part.version() + ".jar");
        if (!Files.isRegularFile(jar)) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Optional<? extends ZipEntry> text = zip.stream()
                    .filter(entry -> entry.getName().matches("META-INF/LICENSE(\\.txt|\\.md)?"))
                    .findFirst();
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new String(
                            zip.getInputStream(text.get()).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
