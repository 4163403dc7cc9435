package dev.zorya.wallet;

import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.TrustRule.Outcome;
import dev.zorya.wallet.api.TrustRule.Who;
import dev.zorya.wallet.trust.Ruling;

/** Why a proposal was accepted or refused unasked: a sentence for the person. */
final class Reasons {
    private final Contacts contacts;

    Reasons(Contacts contacts) {
        this.contacts = contacts;
    }

    /** For the list of decisions. */
    String of(Ruling ruling) {
        return switch (ruling) {
            case Ruling.ByRule by -> of(by.rule());
            case Ruling.Otherwise otherwise -> Texts.get("decision.otherwise");
        };
    }

    private String of(TrustRule rule) {
        String end = rule.then() == Outcome.ACCEPT ? ".accept" : ".refuse";
        return switch (rule.who()) {
            case Who.AnyContact any -> Texts.get("decision.any" + end);
            case Who.OneContact one -> Texts.get("decision.one" + end, name(one.did()));
            case Who.Compared compared -> Texts.get("decision.compared" + end);
            case Who.Holder holder -> Texts.get("decision.holder" + end, holder.type(), name(holder.issuerDid()));
            case Who.NoHolder holder -> Texts.get("decision.noholder" + end, holder.type(), name(holder.issuerDid()));
        };
    }

    private String name(String did) {
        return contacts.byDid(did).map(Contact::name).orElse(did);
    }
}
