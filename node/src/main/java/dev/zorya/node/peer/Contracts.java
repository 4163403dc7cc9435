package dev.zorya.node.peer;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.ethereum.ContractSet;
import dev.zorya.ethereum.ledger.HeldAsset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The contracts that this peer works with, and what its commands call the assets.
 *
 * @param app 20 bytes of the payment app, or empty if there is none
 * @param assets in the order in which they were given
 */
record Contracts(Bytes adjudicator, Bytes app, List<Named> assets) {
    private static final String ETHER = "eth";
    private static final int TOKEN_DECIMALS = 18;

    Contracts {
        assets = List.copyOf(assets);
        if (assets.isEmpty()) {
            throw new MalformedException("at least one asset is needed, such as eth=HOLDER");
        }
        if (assets.stream().map(Named::name).distinct().count() < assets.size()) {
            throw new MalformedException("two assets have one name");
        }
    }

    /** An asset and its name. */
    record Named(String name, HeldAsset held) {
        /** @param token empty for ether */
        static Named of(String name, String holder, String token) {
            if (name.isBlank()) {
                throw new MalformedException("an asset needs a name");
            }
            Bytes address = AddressText.parse(holder);
            return new Named(
                    name,
                    token.isEmpty()
                            ? new HeldAsset.Ether(address)
                            : new HeldAsset.Token(address, AddressText.parse(token), name, TOKEN_DECIMALS));
        }

        Map<String, Object> fields() {
            String token = switch (held) {
                case HeldAsset.Ether ether -> "";
                case HeldAsset.Token each -> AddressText.of(each.token());
            };
            return Map.of("name", name, "holder", AddressText.of(held.holder()), "token", token);
        }
    }

    /** As the flags say it. */
    static Contracts parse(String adjudicator, String app, String assets) {
        List<Named> named = new ArrayList<>();
        for (String asset : assets.split(",", -1)) {
            String[] sides = asset.split("=", 2);
            if (sides.length < 2) {
                throw new MalformedException("an asset is NAME=HOLDER or NAME=HOLDER/TOKEN, not \"" + asset + "\"");
            }
            String[] addresses = sides[1].split("/", 2);
            named.add(
                    Named.of(sides[0].strip(), addresses[0].strip(), addresses.length < 2 ? "" : addresses[1].strip()));
        }
        return new Contracts(AddressText.parse(adjudicator), address(app), named);
    }

    /** As a message says it. */
    static Contracts of(JsonNode json) {
        List<Named> named = new ArrayList<>();
        for (JsonNode asset : json.path("assets")) {
            named.add(Named.of(
                    asset.path("name").asString(""),
                    asset.path("holder").asString(""),
                    asset.path("token").asString("")));
        }
        return new Contracts(
                AddressText.parse(json.path("adjudicator").asString("")),
                address(json.path("app").asString("")),
                named);
    }

    static Contracts of(ContractSet set) {
        List<Named> named = set.assets().stream()
                .map(held -> switch (held) {
                    case HeldAsset.Ether ether -> new Named(ETHER, ether);
                    case HeldAsset.Token token -> new Named(token.symbol(), token);
                })
                .toList();
        return new Contracts(set.adjudicator(), set.paymentApp(), named);
    }

    private static Bytes address(String text) {
        return text.isEmpty() ? Bytes.EMPTY : AddressText.parse(text);
    }

    Set<Bytes> apps() {
        return app.size() == 0 ? Set.of() : Set.of(app);
    }

    List<HeldAsset> held() {
        return assets.stream().map(Named::held).toList();
    }

    Asset asset(String name, long chainId) throws Failure {
        return assets.stream()
                .filter(asset -> asset.name().equals(name))
                .findFirst()
                .map(asset -> asset.held().on(chainId))
                .orElseThrow(() -> new Failure(Failure.Kind.OTHER, "No asset is called \"" + name + "\"."));
    }

    /** Its name, or its bytes if it has none here. */
    String name(Asset asset, long chainId) {
        return assets.stream()
                .filter(named -> named.held().on(chainId).equals(asset))
                .findFirst()
                .map(Named::name)
                .orElseGet(() -> asset.binary().hex());
    }

    Fields fields() {
        return new Fields()
                .with("adjudicator", AddressText.of(adjudicator))
                .with("app", app.size() == 0 ? "" : AddressText.of(app))
                .with("assets", assets.stream().map(Named::fields).toList());
    }
}
