package dev.zorya.wallet.trust;

import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.TrustRule.Outcome;
import dev.zorya.wallet.api.TrustRule.Who;
import java.math.BigInteger;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The policy as text. Read strictly: a field more, a field less or a value that is not written as we write it makes the whole policy
 * unreadable, because a rule that was half understood could accept.
 */
public final class PolicyJson {
    private static final String FORMAT = "1";
    private static final String NO = "no";
    private static final Pattern UNITS = Pattern.compile("0|[1-9][0-9]{0,77}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PolicyJson() {}

    public static String write(TrustPolicy policy) {
        ObjectNode all = JSON.createObjectNode().put("format", FORMAT);
        ArrayNode rules = all.putArray("rules");
        policy.rules().forEach(rule -> write(rule, rules.addObject()));
        all.put("otherwise", policy.otherwise().name());
        if (!policy.tells()) {
            all.put("tells", NO);
        }
        return all.toString();
    }

    private static void write(TrustRule rule, ObjectNode to) {
        ObjectNode who = to.putObject("who");
        switch (rule.who()) {
            case Who.AnyContact any -> who.put("kind", "any");
            case Who.OneContact one -> who.put("kind", "one").put("did", one.did());
            case Who.Compared compared -> who.put("kind", "compared");
            case Who.Holder holder ->
                who.put("kind", "holder").put("type", holder.type()).put("issuer", holder.issuerDid());
            case Who.NoHolder holder ->
                who.put("kind", "noHolder").put("type", holder.type()).put("issuer", holder.issuerDid());
        }
        to.put("coin", rule.coin()).put("above", rule.above().toString());
        BigInteger upTo = rule.upTo();
        if (upTo != null) {
            to.put("upTo", upTo.toString());
        }
        Duration longest = rule.longest();
        if (longest != null) {
            to.put("longest", longest.toString());
        }
        to.put("then", rule.then().name());
    }

    public static TrustPolicy read(String text) throws PolicyDamaged {
        try {
            JsonNode all = JSON.readTree(text);
            require(all, Set.of("format", "rules", "otherwise"), Set.of("tells"));
            if (!text(all, "format").equals(FORMAT)
                    || !all.get("rules").isArray()
                    || (all.has("tells") && !text(all, "tells").equals(NO))) {
                throw new PolicyDamaged("format");
            }
            List<TrustRule> rules = new ArrayList<>();
            for (JsonNode rule : all.get("rules")) {
                rules.add(rule(rule));
            }
            return new TrustPolicy(rules, Outcome.valueOf(text(all, "otherwise")), !all.has("tells"));
        } catch (JacksonException | IllegalArgumentException | DateTimeParseException e) {
            throw new PolicyDamaged(String.valueOf(e.getMessage()));
        }
    }

    private static TrustRule rule(JsonNode node) throws PolicyDamaged {
        require(node, Set.of("who", "coin", "above", "then"), Set.of("upTo", "longest"));
        return new TrustRule(
                who(node.get("who")),
                text(node, "coin"),
                units(text(node, "above")),
                node.has("upTo") ? units(text(node, "upTo")) : null,
                node.has("longest") ? Duration.parse(text(node, "longest")) : null,
                Outcome.valueOf(text(node, "then")));
    }

    private static Who who(JsonNode node) throws PolicyDamaged {
        String kind = text(node, "kind");
        return switch (kind) {
            case "any", "compared" -> {
                require(node, Set.of("kind"), Set.of());
                yield kind.equals("any") ? new Who.AnyContact() : new Who.Compared();
            }
            case "one" -> {
                require(node, Set.of("kind", "did"), Set.of());
                yield new Who.OneContact(text(node, "did"));
            }
            case "holder", "noHolder" -> {
                require(node, Set.of("kind", "type", "issuer"), Set.of());
                yield kind.equals("holder")
                        ? new Who.Holder(text(node, "type"), text(node, "issuer"))
                        : new Who.NoHolder(text(node, "type"), text(node, "issuer"));
            }
            default -> throw new PolicyDamaged("who");
        };
    }

    /** An object with all of the one and no other field than the other ones. */
    private static void require(JsonNode node, Set<String> all, Set<String> more) throws PolicyDamaged {
        Set<String> names = new TreeSet<>(node.isObject() ? node.propertyNames() : Set.of());
        boolean complete = names.containsAll(all);
        names.removeAll(all);
        names.removeAll(more);
        if (!complete || !names.isEmpty()) {
            throw new PolicyDamaged("fields " + names);
        }
    }

    private static String text(JsonNode node, String name) throws PolicyDamaged {
        @Nullable JsonNode value = node.get(name);
        if (value == null || !value.isString()) {
            throw new PolicyDamaged(name);
        }
        return value.stringValue();
    }

    private static BigInteger units(String text) throws PolicyDamaged {
        if (!UNITS.matcher(text).matches()) {
            throw new PolicyDamaged("units");
        }
        return new BigInteger(text);
    }
}
